import { encounter, read } from '../sampleUnderstanding';

describe('forms and tables as people fill them in', () => {
  test('a second "School" says whether it was told', () => {
    expect(
      encounter(
        'Name: Kai Brown / Age: 14 / School: Costello / Where: Malls / Reason: dentist / School: rang, Mrs Petty confirms',
      ).schoolContacted,
    ).toBe(true);
    expect(
      encounter('Name: Kai Brown\nAge: 14\nSchool: Costello\nPlace: Malls\nSchool: not yet rung')
        .schoolContacted,
    ).toBeNull();
  });

  test('only the children of the school that was told', () => {
    const { encounters } = read(
      'Name: Jas Dhal + Kiran Dhal\nAge: 14 + 14\nSchool: Vyne + Cranbourne\nPlace: Eastrop\nTime: 1020\nContacted: Cranbourne only',
    );
    expect(encounters.map(({ schoolContacted }) => schoolContacted)).toEqual([null, true]);
  });

  test('two answers to one question', () => {
    const read1 = encounter('Name: Maja Lind\nAge/Yr: 13, Y8\nSchool: Bish C\nPlace: Malls\nReason: dentist');
    expect([read1.age, read1.yearGroup]).toEqual([13, 8]);
    const read2 = encounter(
      'Name: Maja Lind\nAge/DOB: 9 / 03.11.2017\nSchool: Fairfields\nPlace: Malls\nReason: dentist',
    );
    expect([read2.age, read2.dateOfBirth]).toEqual([9, '2017-11-03']);
  });

  test('strokes after a child, and a label before each', () => {
    const { encounters } = read(
      "Location: Eastrop Pk\nTime: 0900\nChild A: Milo Baran / Y8 / Everest / headache / taken home\nChild B: Ty Osborne / Y8 / Everest / wouldn't say why / returned to school",
    );
    expect(encounters.map(({ claimedReason, outcome }) => [claimedReason, outcome])).toEqual([
      ['ill', 'taken_home'],
      ['none_given', 'returned_to_school'],
    ]);
  });

  test('labels without a sign', () => {
    const { givenName, familyName, yearGroup, outcome } = encounter(
      'FNAME Jakub\nSNAME Wrobel\nYR 7\nSCH Hurst\nLOC Tadley shops\nTIME 0925\nWITH mother\nREASON dentist\nOUTCOME left w mother',
    );
    expect([givenName, familyName, yearGroup, outcome]).toEqual(['Jakub', 'Wrobel', 7, 'left_with_adult']);
  });

  test('a form about a numbered visit is its result', () => {
    const { intent, visitRef, encounters } = read(
      'Visit 9 / seen: Y / child: Amina / reason: migraine / closed',
    );
    expect([intent, visitRef, encounters]).toEqual(['complete_visit', 'V9', []]);
  });

  test('six digits after a name are a day of birth', () => {
    expect(encounter('1049 Basing View. Ibrahim SESAY 010912, Vyne. Alone.').dateOfBirth).toBe('2012-09-01');
  });
});
