/** A refusal is an outcome, not an error: a sentence that says what happened, why, and what to do next. */
export interface Refused {
  readonly kind: 'refused';
  readonly sentence: string;
}

export function refused(sentence: string): Refused {
  return { kind: 'refused', sentence };
}

/** The thing is gone or was never there: an old button, a reference mistyped. */
export const draftIsGone = refused(
  'That draft is no longer there. Write the encounter again to begin a new one.',
);
