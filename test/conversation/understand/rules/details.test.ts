import { encounter, read } from '../sampleUnderstanding';

const detail = (words: string) => encounter(`Kai Brown ${words}, no reason`);

describe('age, date of birth, year group, school, place and time', () => {
  test.each([
    ['rule 11: day first', 'dob 3/4/12 Costello at the Malls 1040', 'dateOfBirth', '2012-04-03'],
    ['rule 11: six digits', 'dob 240912 Costello at the Malls 1040', 'dateOfBirth', '2012-09-24'],
    ['rule 11: month and year only', 'born may 2013 Costello at the Malls 1040', 'dateOfBirth', null],
    ['rule 11: nothing is worked out', 'dob 3/4/12 Costello at the Malls 1040', 'age', null],
    ['rule 12: a corrected age', '13 no sorry 12 Costello at the Malls 1040', 'age', 12],
    ['rule 33: an estimated age', 'looks about 12 Costello at the Malls 1040', 'age', null],
    ['rule 34: Year R', '5, Year R at Fairfields, Malls 1040', 'yearGroup', 0],
    ['rule 13: a former school', '12, used to go to Costello, at the Malls 1040', 'school', null],
    [
      'rule 13: the second site',
      '14, Costello, dual registered with Ashwood, at the Malls 1040',
      'school',
      'The Costello School',
    ],
    ['rule 13: misspelt', '14, costallo, at the Malls 1040', 'school', 'The Costello School'],
    [
      'rule 14: where the child lives',
      '14, Costello, lives in Popley, at the Malls 1040',
      'place',
      'The Malls',
    ],
    ['rule 14: outside the gazetteer', '14, Costello, outside Lidl 1040', 'place', null],
    ['rule 15: school', 'yr 9 Brighton Hill, at the Malls 1040', 'school', 'Brighton Hill Community School'],
    ['rule 15: place', '14, Costello, met in Brighton Hill 1040', 'place', 'Brighton Hill'],
    ['rule 15: shops', '14, Costello, Brighton Hill shops 1040', 'place', 'Brighton Hill Centre'],
    ['rule 16: digits', '14, Costello, Malls 1040', 'occurredAt', '2026-11-24T10:40'],
    ['rule 16: words', '14, Costello, Malls at twenty to 11', 'occurredAt', '2026-11-24T10:40'],
    ['rule 16: half one', '14, Costello, Malls at half 1', 'occurredAt', '2026-11-24T13:30'],
    ['rule 16: just now', '14, Costello, Malls just now', 'occurredAt', '2026-11-24T10:52'],
    ['rule 16: ten minutes ago', '14, Costello, Malls 10 mins ago', 'occurredAt', '2026-11-24T10:42'],
    ['rule 16: yesterday', '14, Costello, Malls yesterday 2pm', 'occurredAt', '2026-11-23T14:00'],
    ['rule 16: not the appointment', '14, Costello, Malls, says dentist at 11.15', 'occurredAt', null],
    [
      'rule 16: the last quarter past',
      '14, Costello, Malls at quarter past',
      'occurredAt',
      '2026-11-24T10:15',
    ],
    ['rule 16: the last twenty to', '14, Costello, Malls at 20 to', 'occurredAt', '2026-11-24T10:40'],
    ['rule 12: excused', '13, beg his pardon, 12, Costello at the Malls 1040', 'age', 12],
    ['rule 34: just gone eleven', '14, Costello, Malls just gone eleven', 'occurredAt', '2026-11-24T11:00'],
  ] as const)('%s', (_, words, field, expected) => {
    expect(detail(words)[field]).toBe(expected);
  });

  test('rule 16: summer time counts back in local time', () => {
    const text = 'Kai Brown 14 Costello, Malls 10 mins ago, no reason';
    expect(encounter(text, '2027-06-16T09:52:00Z').occurredAt).toBe('2027-06-16T10:42');
  });

  test('rule 33: an estimated age is kept beside', () => {
    expect(detail('looks about 12 Costello at the Malls 1040').estimatedAge).toBe(12);
  });
});

describe('a place outside the gazetteer is kept in the words of who wrote it', () => {
  test.each([
    ['14, Costello, outside Lidl 1040', 'outside Lidl'],
    ['14, Costello, o/s Tesco Express, 1040', 'o/s Tesco Express'],
    ['14, Costello. By the fountain now', 'By the fountain'],
    ['14, Costello, with his nan by the chip shop at 1040', 'by the chip shop'],
    ['14, Costello, Lidl car park 1040', 'Lidl car park'],
  ])('%s', (words, said) => {
    expect(detail(words)).toMatchObject({ place: null, placeSaid: said });
  });

  test.each([
    ['a home', '14, Costello, 1040 outside his house'],
    ['a home of others', '14, Costello, 1040 outside the marlows house'],
    ['where the child was taken', '14, Costello, 1040, left him outside Lidl with his mum'],
    ['where the child lives', '14, Costello, 1040, lives opposite Lidl'],
    ['what the child says', '14, Costello, 1040, says the dentist is by the lights'],
    ['who the child was with', '14, Costello, 1040, by himself'],
    ['a place that is on the list', '14, Costello, outside Boots in the Malls 1040'],
  ])('but not %s', (_, words) => {
    expect(detail(words).placeSaid).toBeNull();
  });

  test('the only one in a message is where all of its children were met', () => {
    const { encounters } = read(
      'Kezia Abara yr 10 Cranbourne, by the clock 12.58, with Ruth Ollerton, yr 10. Both alone, no reason',
    );
    expect(encounters.map(({ placeSaid }) => placeSaid)).toEqual(['by the clock', 'by the clock']);
  });
});
