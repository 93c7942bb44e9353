import fc from 'fast-check';
import type { Draft } from '../../../src/data/drafts';
import type { Encounter } from '../../../src/data/encounters';
import { CONCERN_SIGNS } from '../../../src/domain/concern';
import type { DraftChild } from '../../../src/domain/draft';
import { type EncounterFields, fieldNames } from '../../../src/domain/encounterFields';
import { CLAIMED_REASONS, COMPANIONS, OUTCOMES, POWERS_USED } from '../../../src/domain/encounterTerms';
import { evidenceFields } from '../../../src/domain/matching';
import type { Concern } from '../../../src/usecases/concerns/findConcern';
import type { ChildThere } from '../../../src/usecases/designatedPlace/childrenThere';
import type { ChildCheck, DraftCheck } from '../../../src/usecases/drafts/checkDraft';
import type { SameEncounter } from '../../../src/usecases/drafts/findSameEncounters';
import type { Match } from '../../../src/usecases/drafts/matchChild';
import { hostileText as text } from '../../helpers/hostileText';

/** Records as they could stand in the database, with any text at all wherever a person may have written it. */
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { freq: 4 });
const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
const localMinute = moment.map((date) => date.toISOString().slice(0, 16));
const number = fc.integer({ min: 1, max: 999_999_999 });
const id = fc.uuid();

const fields: fc.Arbitrary<EncounterFields> = fc.record({
  givenName: maybe(text),
  familyName: maybe(text),
  age: maybe(fc.integer({ min: 0, max: 25 })),
  dateOfBirth: maybe(fc.constantFrom('2012-03-14', '2018-11-20')),
  yearGroup: maybe(fc.integer({ min: 0, max: 13 })),
  school: maybe(text),
  place: maybe(text),
  occurredAt: maybe(localMinute),
  companion: maybe(fc.constantFrom(...COMPANIONS)),
  claimedReason: maybe(fc.constantFrom(...CLAIMED_REASONS)),
  outcome: maybe(fc.constantFrom(...OUTCOMES)),
  schoolContacted: maybe(fc.boolean()),
});

const pupil = fc.record({
  childId: id,
  givenName: maybe(text),
  familyName: maybe(text),
  dateOfBirth: maybe(fc.constantFrom('2012-03-14', '2018-11-20')),
  yearGroup: maybe(fc.integer({ min: 0, max: 13 })),
  schoolName: maybe(text),
});

const stay = fc.record({
  arrivedAt: moment,
  parentRungAt: maybe(moment),
  schoolRungAt: maybe(moment),
  leftAt: maybe(moment),
  collectedBy: maybe(text),
  relationship: maybe(text),
});

export const anyEncounter: fc.Arbitrary<Encounter> = fc.record({
  id,
  number,
  state: fc.constantFrom('saved' as const, 'undone' as const),
  revision: fc.integer({ min: 1, max: 50 }),
  draftId: maybe(id),
  draftChildKey: maybe(fc.constant('a')),
  recordedById: id,
  recordedBy: text,
  savedAt: moment,
  timeStated: fc.boolean(),
  handOverAskAt: maybe(moment),
  values: fc
    .record({
      fields,
      occurredAt: localMinute,
      more: fc.record({
        schoolSaid: maybe(text),
        placeSaid: maybe(text),
        note: maybe(text),
        underWay: fc.boolean(),
        handedOverTo: maybe(text),
        handedOverAt: maybe(localMinute),
        powerUsed: maybe(fc.constantFrom(...POWERS_USED)),
        powerGrounds: fc.constant<string[]>([]),
        noticeGiven: maybe(fc.boolean()),
        childId: id,
      }),
    })
    .map(({ fields: said, occurredAt, more }) => ({ ...said, ...more, occurredAt })),
  pupil: maybe(pupil),
  onAttendanceDay: fc.boolean(),
  dayClosed: fc.boolean(),
  stay: maybe(stay),
});

export const anyConcern: fc.Arbitrary<Concern> = fc.record({
  id,
  number,
  raisedById: id,
  raisedBy: text,
  raisedAt: moment,
  toldWhom: maybe(text),
  toldAt: maybe(moment),
  theirReference: maybe(text),
  encounter: maybe(fc.record({ id, number })),
});

const draftChild: fc.Arbitrary<DraftChild> = fc.record({
  key: fc.constantFrom('a', 'b', 'c1'),
  fields,
  uncertain: fc.subarray(fieldNames),
  schoolSaid: maybe(text),
  placeSaid: maybe(text),
  estimatedAge: maybe(fc.integer({ min: 0, max: 25 })),
  note: maybe(text),
  underWay: fc.boolean(),
  signs: fc.subarray([...CONCERN_SIGNS]),
  choice: fc.constant({ kind: 'open' as const }),
  passedOver: fc.constant([]),
  dropped: fc.boolean(),
});

export const anyDraft: fc.Arbitrary<Draft> = fc.record({
  id,
  number,
  staffId: id,
  accountId: id,
  state: fc.constantFrom('open' as const, 'with_coordinator' as const),
  version: fc.integer({ min: 1, max: 50 }),
  sources: fc.constant([]),
  children: fc.array(draftChild, { minLength: 1, maxLength: 6 }),
  sentAt: moment,
  createdAt: moment,
});

const evidence = fc.record(
  Object.fromEntries(
    evidenceFields.map((field) => [
      field,
      fc.constantFrom('agrees' as const, 'near' as const, 'differs' as const, 'unknown' as const),
    ]),
  ) as Record<(typeof evidenceFields)[number], fc.Arbitrary<'agrees' | 'near' | 'differs' | 'unknown'>>,
);
const candidate = fc.record({
  pupil: pupil.map((one) => ({ ...one, schoolId: null, nameSimilarity: 1 })),
  grade: fc.constantFrom('likely' as const, 'possible' as const),
  evidence,
  points: fc.constant(6),
});
const match: fc.Arbitrary<Match> = fc.oneof(
  fc.record({ kind: fc.constant('chosen' as const), pupil }),
  fc.constant({ kind: 'unidentified' as const }),
  fc.record({
    kind: fc.constant('candidates' as const),
    candidates: fc.array(candidate, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('question' as const),
    ask: fc.constantFrom('school' as const, 'dateOfBirth' as const),
  }),
  fc.record({ kind: fc.constant('noneFits' as const), afterSome: fc.boolean() }),
  fc.record({ kind: fc.constant('notShown' as const), sentence: text }),
);
const same: fc.Arbitrary<SameEncounter> = fc.record({
  encounterId: id,
  number,
  childId: id,
  recordedById: id,
  occurredAt: moment,
  savedAt: moment,
  savedBy: text,
});
const childCheck: fc.Arbitrary<ChildCheck> = fc.record({
  child: draftChild,
  match,
  same: fc.array(same, { maxLength: 2 }),
  sameIds: fc.array(id, { maxLength: 3 }),
  onAttendanceDay: fc.boolean(),
  stillToCome: fc.boolean(),
});
export const anyCheck: fc.Arbitrary<DraftCheck> = fc.record({
  draft: anyDraft,
  children: fc.array(childCheck, { minLength: 1, maxLength: 6 }),
});

export const anyChildThere: fc.Arbitrary<ChildThere> = fc.record({
  encounterId: id,
  number,
  arrivedAt: moment,
  parentRung: fc.boolean(),
  schoolRung: fc.boolean(),
});

export { maybe, moment, text };
