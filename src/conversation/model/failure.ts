/**
 * Something that came in could not be handled; nothing of it is stored. The line of the log that says why bears the
 * same reference. The message never holds what was said.
 */
export class Failure extends Error {
  override readonly name = 'Failure';

  constructor(
    readonly reference: string,
    /** What kind of error it was. */
    readonly code: string,
    /** The database could not be reached: it is nothing about what was asked. */
    readonly away: boolean,
  ) {
    super(`Not handled: reference ${reference}`);
  }
}

/**
 * What a person is told whose press, form or command was not handled.
 * @param again what to do now, as `Press again in a minute.`
 */
export function notSavedSentence(error: unknown, again: string): string {
  const isOurs = error instanceof Failure && !error.away;
  const why = isOurs ? 'Something went wrong on our side.' : "Rollcall can't reach its records just now.";
  const more =
    error instanceof Failure
      ? ` If it happens again, ring your coordinator: reference ${error.reference}.`
      : '';
  return `Not saved yet. ${why} ${again}${more}`;
}

/** The reference of an error for a log line; nothing where it has none. */
export function referenceIn(error: unknown): { reference?: string } {
  return error instanceof Failure ? { reference: error.reference } : {};
}
