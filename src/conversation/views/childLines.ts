import type { Draft } from '../../data/drafts';
import { keptChildren } from '../../domain/draft';
import type { EncounterFields, FieldName } from '../../domain/encounterFields';
import { fromLocalMinute, sayMoment } from '../../domain/localTime';
import { metAt } from '../../usecases/drafts/checkDraft';
import {
  companionWords,
  dateWords,
  endWords,
  listWords,
  nameWords,
  reasonWords,
  yearWords,
} from './wording/terms';

/** What there is to say of one child met, before saving. */
export interface ChildSaid {
  readonly fields: EncounterFields;
  readonly uncertain: readonly FieldName[];
  readonly schoolSaid: string | null;
  readonly placeSaid: string | null;
  readonly estimatedAge: number | null;
  readonly note: string | null;
  readonly underWay: boolean;
}

/** A child in a few lines: read on a phone, outdoors, without scrolling. */
export interface ChildLines {
  readonly heading: string;
  readonly lines: readonly string[];
  /** What was not said, in one sentence; null where everything was. */
  readonly missing: string | null;
}

/**
 * Every field as understood. Behind an uncertain one stands "(not sure)": a word, not a colour. What was not said is
 * named together, with what is used instead.
 */
export function childLines(said: ChildSaid, when: { sentAt: Date; now: Date }): ChildLines {
  const { fields } = said;
  const sure = (field: FieldName, words: string | null) =>
    words === null ? null : said.uncertain.includes(field) ? `${words} (not sure)` : words;
  const time = fields.occurredAt === null ? null : sayMoment(fromLocalMinute(fields.occurredAt), when.now);
  const lines = [
    joined([sure('place', fields.place ?? notListed(said.placeSaid)), sure('occurredAt', time)]),
    joined([
      sure('companion', fields.companion && companionWords[fields.companion]),
      sure('claimedReason', fields.claimedReason && `Says: ${reasonWords[fields.claimedReason]}`),
      sure('outcome', fields.outcome && endWords({ outcome: fields.outcome, underWay: said.underWay })),
    ]),
    joined([fields.schoolContacted === true ? sure('schoolContacted', 'School told') : null, said.note]),
    time === null ? `No time said: using ${sayMoment(when.sentAt, when.now)}, when you wrote` : null,
  ];
  return {
    heading:
      joined([whoWords(said, sure), sure('school', fields.school ?? notListed(said.schoolSaid))]) ?? '',
    lines: lines.filter((line) => line !== null),
    missing: missingWords(said),
  };
}

type Sure = (field: FieldName, words: string | null) => string | null;

function whoWords(said: ChildSaid, sure: Sure): string {
  const { fields, estimatedAge } = said;
  const unsureName = said.uncertain.includes('givenName') || said.uncertain.includes('familyName');
  return [
    unsureName ? `${nameWords(fields)} (not sure)` : nameWords(fields),
    sure('age', fields.age === null ? null : `${fields.age}`),
    fields.age === null && estimatedAge !== null ? `about ${estimatedAge} (not sure)` : null,
    sure('yearGroup', fields.yearGroup === null ? null : yearWords(fields.yearGroup)),
    sure('dateOfBirth', fields.dateOfBirth === null ? null : `born ${dateWords(fields.dateOfBirth)}`),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function missingWords({ fields, estimatedAge, schoolSaid, placeSaid }: ChildSaid): string | null {
  const hasAge =
    fields.age !== null || fields.dateOfBirth !== null || fields.yearGroup !== null || estimatedAge !== null;
  const missing = [
    hasAge ? null : 'age',
    (fields.school ?? schoolSaid) ? null : 'school',
    (fields.place ?? placeSaid) ? null : 'where',
    fields.companion === null ? 'with whom' : null,
    fields.claimedReason === null ? 'reason' : null,
    fields.outcome === null ? 'what happened' : null,
    fields.schoolContacted === null ? 'whether the school was told' : null,
  ].filter((part) => part !== null);
  return missing.length === 0 ? null : `Not said: ${listWords(missing)}.`;
}

function joined(parts: readonly (string | null | undefined)[]): string | null {
  const there = parts.filter((part): part is string => typeof part === 'string' && part !== '');
  return there.length === 0 ? null : there.join(' · ');
}

/** Words for a school or place that the gazetteer does not know. */
function notListed(said: string | null): string | null {
  return said === null ? null : `“${said}” (not on the list)`;
}

/** Where and when the first child of a draft was met: tells drafts apart without a name. */
export function whereAndWhen(draft: Draft, now: Date): string {
  const [first] = keptChildren(draft.children);
  const moment = first ? metAt(draft, first) : draft.sentAt;
  return [first?.fields.place, sayMoment(moment, now)].filter((part) => part).join(' ');
}
