import { candidatesShown } from '../../src/domain/candidatesShown';
import { noFields } from '../../src/domain/encounterFields';
import { gradeCandidates, type PupilFound } from '../../src/domain/matching';
import type { Person } from '../../src/domain/person';

const kai: PupilFound = {
  childId: 'kai',
  givenName: 'Kai',
  familyName: 'Brown',
  dateOfBirth: '2012-03-14',
  yearGroup: 10,
  schoolId: 'costello',
  schoolName: 'The Costello School',
  nameSimilarity: 1,
};
const day = '2026-11-24';
const said = { ...noFields, givenName: 'Kai', familyName: 'Brown' };
const grade = (fields: Partial<typeof noFields>, pupil: Partial<PupilFound> = {}) =>
  gradeCandidates({ ...said, ...fields }, [{ ...kai, ...pupil }], day)[0] ?? null;

describe('how well a pupil fits what was said', () => {
  test('name, age and school agree: likely, with the evidence field by field', () => {
    expect(grade({ age: 14, school: 'The Costello School' })).toMatchObject({
      grade: 'likely',
      evidence: {
        name: 'agrees',
        age: 'agrees',
        school: 'agrees',
        dateOfBirth: 'unknown',
        yearGroup: 'unknown',
      },
    });
  });

  test.each([
    ['the name alone', {}, {}, 'possible'],
    ['name and date of birth', { dateOfBirth: '2012-03-14' }, {}, 'likely'],
    ['a near name with date of birth', { dateOfBirth: '2012-03-14' }, { nameSimilarity: 0.6 }, 'likely'],
    ['a near name alone', {}, { nameSimilarity: 0.6 }, 'possible'],
    ['another school', { school: 'Cranbourne', age: 14 }, {}, 'possible'],
    [
      'half a name with school and year',
      { familyName: null, school: 'The Costello School', yearGroup: 10 },
      {},
      'possible',
    ],
    ['half a name with the date of birth', { familyName: null, dateOfBirth: '2012-03-14' }, {}, 'likely'],
  ] as const)('%s', (_words, fields, pupil, expected) => {
    expect(grade(fields, pupil)?.grade).toBe(expected);
  });

  test.each([
    ['another name', {}, { nameSimilarity: 0.3 }],
    ['another date of birth', { dateOfBirth: '2013-03-14' }, {}],
    ['half a name and nothing else', { familyName: null }, {}],
    ['another school and another age', { school: 'Cranbourne', age: 11 }, {}],
  ] as const)('%s: not shown', (_words, fields, pupil) => {
    expect(grade(fields, pupil)).toBeNull();
  });

  test('an age or year that is one off is near, two off differs', () => {
    expect(grade({ age: 13 })?.evidence.age).toBe('near');
    expect(grade({ age: 12, school: 'The Costello School' })?.evidence.age).toBe('differs');
    expect(grade({ yearGroup: 9 })?.evidence.yearGroup).toBe('near');
  });

  test('the age is that on the day they met', () => {
    expect(gradeCandidates({ ...said, age: 13 }, [kai], '2026-03-13')[0]?.evidence.age).toBe('agrees');
    expect(gradeCandidates({ ...said, age: 14 }, [kai], '2026-03-14')[0]?.evidence.age).toBe('agrees');
  });

  test('the best stands first', () => {
    const other = { ...kai, childId: 'other', schoolName: 'Cranbourne' };
    const found = gradeCandidates({ ...said, school: 'The Costello School' }, [other, kai], day);
    expect(found.map((candidate) => candidate.pupil.childId)).toEqual(['kai', 'other']);
  });
});

describe('what each agency is shown of the pupils that fit', () => {
  const person = (agencyKind: Person['agencyKind'], schoolId: string | null = null): Person => ({
    staffId: 'me',
    name: 'Somebody',
    roles: [],
    agencyId: 'agency',
    agencyKind,
    schoolId,
    onRoster: true,
  });
  const twins = Array.from({ length: 5 }, (_, index) => ({
    ...kai,
    childId: `child-${index}`,
    schoolId: `school-${index}`,
    schoolName: `School ${index}`,
  }));
  const candidates = gradeCandidates(said, twins, day);

  test('the council sees three at most', () => {
    const shown = candidatesShown(person('council'), candidates, said);
    expect(shown.kind === 'candidates' && shown.candidates).toHaveLength(3);
  });

  test.each(['police', 'community_safety'] as const)(
    '%s are asked what tells them apart, not shown who they are',
    (kind) => {
      expect(candidatesShown(person(kind), candidates, said)).toEqual({ kind: 'question', ask: 'school' });
    },
  );

  test.each(['police', 'community_safety'] as const)('%s see one, where one fits best', (kind) => {
    const shown = candidatesShown(
      person(kind),
      gradeCandidates({ ...said, school: 'School 3' }, twins, day),
      said,
    );
    expect(shown.kind === 'candidates' && shown.candidates.map((one) => one.pupil.childId)).toEqual([
      'child-3',
    ]);
  });

  test('a school sees its own pupils only', () => {
    const shown = candidatesShown(person('school', 'school-2'), candidates, said);
    expect(shown.kind === 'candidates' && shown.candidates.map((one) => one.pupil.childId)).toEqual([
      'child-2',
    ]);
    expect(candidatesShown(person('school', 'elsewhere'), candidates, said)).toEqual({ kind: 'none' });
  });

  test('where nothing asked for would tell them apart, one is shown', () => {
    const same = [kai, { ...kai, childId: 'again' }];
    const shown = candidatesShown(person('police'), gradeCandidates(said, same, day), said);
    expect(shown.kind === 'candidates' && shown.candidates).toHaveLength(1);
  });
});
