/** What one check found. Whatever is not in order says what to do about it. No names of people, no secrets. */
export type Finding =
  | { readonly level: 'ok'; readonly found: string }
  | { readonly level: 'warning' | 'FAILED'; readonly found: string; readonly toDo: string };

/** It is as it should be. */
export function ok(found: string): Finding {
  return { level: 'ok', found };
}

/** Rollcall works, but not all of it, or not for everybody. */
export function warning(found: string, toDo: string): Finding {
  return { level: 'warning', found, toDo };
}

/** Rollcall does not work, or keeps a promise no longer. */
export function failed(found: string, toDo: string): Finding {
  return { level: 'FAILED', found, toDo };
}
