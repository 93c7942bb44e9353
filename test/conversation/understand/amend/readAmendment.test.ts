import type { EncounterFields } from '../../../../src/conversation/understand/reading';
import { SENT_AT, understanding } from '../sampleUnderstanding';

const NOTHING: EncounterFields = {
  givenName: null,
  familyName: null,
  age: null,
  dateOfBirth: null,
  yearGroup: null,
  school: null,
  place: null,
  occurredAt: null,
  companion: null,
  claimedReason: null,
  outcome: null,
  schoolContacted: null,
};
const KAI: EncounterFields = {
  ...NOTHING,
  givenName: 'Kai',
  familyName: 'Brown',
  age: 14,
  yearGroup: 10,
  school: 'The Vyne Community School',
  place: 'Festival Place',
  occurredAt: '2026-11-24T10:40',
};
const JAYDEN: EncounterFields = {
  ...NOTHING,
  givenName: 'Jayden',
  familyName: 'Pike',
  age: 12,
  yearGroup: 7,
};

const amend = (text: string, children = [KAI]) =>
  understanding.readAmendment({ sentAt: SENT_AT, text, children });

test.each([
  ['taking him home now', 'taken_home', true],
  ['walking him back to school', 'returned_to_school', true],
  ["i'm taking him home", 'taken_home', true],
  ['walked him back to school', 'returned_to_school', false],
])('“%s” says whether the child is still on the way', (text, outcome, underWay) => {
  expect(amend(text)).toMatchObject({ changes: [{ field: 'outcome', value: outcome }], underWay });
});

describe('a short message amends the draft', () => {
  test.each([
    ['13 not 14', 'age', 13],
    ['sorry, 13 not 14', 'age', 13],
    ['not 14, 13', 'age', 13],
    ['should be 13', 'age', 13],
    ['change age to 13', 'age', 13],
    ["he's 13", 'age', 13],
    ['oops 13', 'age', 13],
    ['make that year 9', 'yearGroup', 9],
    ['year 9 not 10', 'yearGroup', 9],
    ['he is Year 9 sorry', 'yearGroup', 9],
    ['school is costello', 'school', 'The Costello School'],
    ['costello not vyne', 'school', 'The Costello School'],
    ['kai is at cranbourne', 'school', 'Cranbourne'],
    ['make it Cranbourne', 'school', 'Cranbourne'],
    ['actually at eastrop park', 'place', 'Eastrop Park'],
    ['eastrop park not festival place', 'place', 'Eastrop Park'],
    ['sorry meant the malls', 'place', 'The Malls'],
    ['place was the malls', 'place', 'The Malls'],
    ['it was 1045 not 1040', 'occurredAt', '2026-11-24T10:45'],
    ['time was 10.45', 'occurredAt', '2026-11-24T10:45'],
    ['at half ten', 'occurredAt', '2026-11-24T10:30'],
    ['it was yesterday at 2pm', 'occurredAt', '2026-11-23T14:00'],
    ['dob 3/4/12', 'dateOfBirth', '2012-04-03'],
    ['surname is Browne', 'familyName', 'Browne'],
    ['Browne not Brown', 'familyName', 'Browne'],
    ['first name is Kyle', 'givenName', 'Kyle'],
    ['with his nan', 'companion', 'other_adult'],
    ['he was on his own', 'companion', 'alone'],
    ['his brother was with him', 'companion', 'sibling'],
    ['he was with 2 mates', 'companion', 'peers'],
    ['reason was dentist', 'claimedReason', 'medical_appointment'],
    ['no reason given', 'claimedReason', 'none_given'],
    ["says he's suspended", 'claimedReason', 'excluded'],
    ['walked back to school', 'outcome', 'returned_to_school'],
    ['taken home', 'outcome', 'taken_home'],
    ['mum came and collected him', 'outcome', 'left_with_adult'],
    ['school rung', 'schoolContacted', true],
    ['told the school', 'schoolContacted', true],
    ['forgot to say school rung', 'schoolContacted', true],
    ['school informed', 'schoolContacted', true],
    ['sorry he was with his nan', 'companion', 'other_adult'],
    ['oh and school was told', 'schoolContacted', true],
    ["forgot to say he's 13", 'age', 13],
    ["he's actually year 9", 'yearGroup', 9],
    ["by the way he's 12", 'age', 12],
    ['one more thing, he was with two mates', 'companion', 'peers'],
    ['remove the age', 'age', null],
  ] as const)('"%s"', (text, field, value) => {
    expect(amend(text)?.changes).toEqual([{ childIndex: 0, field, value }]);
  });

  test.each([
    ['Jayden is 13', 1, 'age', 13],
    ['second one is costello', 1, 'school', 'The Costello School'],
    ['first one was taken home', 0, 'outcome', 'taken_home'],
    ['second one ran off', 1, 'outcome', 'made_off'],
    ['13 not 12', 1, 'age', 13],
    ['both costello', 'all', 'school', 'The Costello School'],
    ['all walked back to school', 'all', 'outcome', 'returned_to_school'],
    ['school rung', 'all', 'schoolContacted', true],
  ] as const)('of two children: "%s"', (text, childIndex, field, value) => {
    expect(amend(text, [KAI, JAYDEN])?.changes).toEqual([{ childIndex, field, value }]);
  });

  test('"12 not 11" fits no child that is not 11', () => {
    expect(amend('12 not 11', [KAI, JAYDEN])).toBeNull();
  });

  test('a message that shows what it replaces is clear, a bare outcome is weak', () => {
    expect(amend('13 not 14')?.fit).toBe('clear');
    expect(amend("forgot to say he's 13")?.fit).toBe('clear');
    expect(amend('walked back to school')?.fit).toBe('weak');
  });
});

describe('what is no amendment', () => {
  test.each([
    'thanks',
    "forgot to say I'm off at 2",
    'forgot my radio',
    'oh and I need a break',
    'cheers all',
    'ok will do',
    'lol',
    'yes',
    'no',
    'good morning',
    'going to lunch',
    'sorry im late',
    'tyler marsden 14 costello festival place 1040 w mates',
    'Met Ella Stone 13 Vyne at the malls 1110 alone no reason',
    'Rosie Penfold yr4 Overton primary',
    "who's at festival place?",
    'is he 13',
    'anything known on kai brown',
    'on my way to festival place',
    "I'm at the bus station",
    'nil at leisure park',
    'need help at festival place',
    'visit 3 done',
    'can i take v12',
    'what can you do',
    'brief please',
    'school is a nightmare today',
    'see you at 10.45',
    'back in 10 mins',
    'that was a long one',
    'good afternoon all',
    'popping out for lunch',
    'lad 12 everest at eastrop park 1115',
    'two girls y9 costello at the malls 1040',
    'kai stone 12 everest',
    'show me my visits',
    'how do I log two kids',
  ])('"%s"', (text) => {
    expect(amend(text, [KAI, JAYDEN])).toBeNull();
  });
});
