import type { ConcernSign } from '../../domain/concern';
import type { ClaimedReason, Companion, EncounterOutcome, Intent } from '../../domain/encounterTerms';

/** What a message says of one child met. Null where it does not say; nothing is worked out. */
export type EncounterFields = {
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** Whole years. */
  readonly age: number | null;
  /** YYYY-MM-DD */
  readonly dateOfBirth: string | null;
  /** 0 is Reception. */
  readonly yearGroup: number | null;
  /** Canonical name in the schools gazetteer. */
  readonly school: string | null;
  /** Canonical name in the places gazetteer. */
  readonly place: string | null;
  /** YYYY-MM-DDTHH:MM, wall clock of Europe/London. */
  readonly occurredAt: string | null;
  readonly companion: Companion | null;
  readonly claimedReason: ClaimedReason | null;
  readonly outcome: EncounterOutcome | null;
  readonly schoolContacted: true | null;
};

export type FieldName = keyof EncounterFields;

export type EncounterReading = EncounterFields & {
  /** Fields found by a near match or a weak rule: to be marked on the check card. */
  readonly uncertain: readonly FieldName[];
  /** What was said of a school outside the gazetteer. */
  readonly schoolSaid: string | null;
  /** What was said of a place outside the gazetteer. */
  readonly placeSaid: string | null;
  /** An age said to be estimated or still to come ("looks about 12"). */
  readonly estimatedAge: number | null;
  /** Where the child ends up is said as still going on: "walking him back". */
  readonly underWay: boolean;
};

export type PersonAskedAbout = {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly age: number | null;
  readonly yearGroup: number | null;
  readonly school: string | null;
};

/** What one message says. Encounters only for `log_encounter`, person only for `find_child`. */
export type Reading = {
  readonly intent: Intent;
  readonly encounters: readonly EncounterReading[];
  /** "V12"; only for claim, release and completion. */
  readonly visitRef: string | null;
  readonly person: PersonAskedAbout | null;
  /** Visits named after the first one. */
  readonly furtherVisitRefs: readonly string[];
  /** Signs in the words that somebody may have to worry about a child; only for `log_encounter`. */
  readonly signs: readonly ConcernSign[];
};

export type Message = {
  /** The moment the message was sent: ISO 8601 with offset. */
  readonly sentAt: string;
  readonly text: string;
};

export type AmendmentChange = {
  /** Which child of the draft, counted from 0, or all of them. */
  readonly childIndex: number | 'all';
  readonly field: FieldName;
  readonly value: string | number | true | null;
};

/** A short message that amends an open draft. */
export type Amendment = {
  readonly changes: readonly AmendmentChange[];
  /** `clear` where the message itself shows what it replaces, or names the field or the child. */
  readonly fit: 'clear' | 'weak';
  readonly uncertain: readonly FieldName[];
  /** An outcome among the changes is said as still going on: "taking him home now". */
  readonly underWay: boolean;
};

/** To whom a child was handed over, in the officer's words, and when (`yyyy-MM-ddTHH:mm`); null where no time was said. */
export type HandOverSaid = { readonly to: string; readonly at: string | null };

export type Understanding = {
  /** Free text to intent and draft. Never throws, whatever the text. */
  readonly read: (message: Message) => Reading;
  /** A short message that a child was handed over; null where it is none. */
  readonly readHandOver: (message: Message) => HandOverSaid | null;
  /** A short correction of the draft's children; null where the message is none. */
  readonly readAmendment: (
    input: Message & { readonly children: readonly EncounterFields[] },
  ) => Amendment | null;
};
