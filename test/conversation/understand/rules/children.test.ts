import { encounter, read } from '../sampleUnderstanding';

const names = (text: string): (string | null)[][] =>
  read(text).encounters.map(({ givenName, familyName }) => [givenName, familyName]);

describe('who is an encounter', () => {
  test.each([
    [
      'rule 7: bare company is none',
      'Kai Brown 14 Costello, Malls 1040 with 2 mates, they ran',
      [['Kai', 'Brown']],
    ],
    [
      'rule 7: a refused name is one',
      "Kai Brown and a second lad who wouldn't give his name, both Vyne, Malls 1040",
      [
        ['Kai', 'Brown'],
        [null, null],
      ],
    ],
    [
      'rule 9: officers are none',
      'PC Hope Winter with me. Kai Brown 14 Costello at the Malls 1040 alone',
      [['Kai', 'Brown']],
    ],
    [
      'rule 10: capitals and hyphens',
      "KAI o'rourke-BROWN 14 costello at the malls 1040",
      [['Kai', "O'Rourke-Brown"]],
    ],
    ['rule 10: family name first', 'BROWN, Kai, 14, Costello. Malls 1040. Alone.', [['Kai', 'Brown']]],
    ['rule 10: particles', 'Lucas Da Silva 12 Costello, Malls 1040', [['Lucas', 'Da Silva']]],
    [
      'rule 10: a name that is a place',
      'stopped will hunter 15 costello at the malls 1040 alone',
      [['Will', 'Hunter']],
    ],
    [
      'rule 12: a corrected name',
      'Malls 1040. Declan FOLEY - correction Deaglan FOLEY - 12, Costello, alone.',
      [['Deaglan', 'Foley']],
    ],
    [
      'rule 32: a family name for both',
      'mia and ruby hollis yr 5 and yr 3 at park view, malls 1040',
      [
        ['Mia', 'Hollis'],
        ['Ruby', 'Hollis'],
      ],
    ],
    [
      'rule 32: "the Adeleke family"',
      'Met the Adeleke family at the Malls 1040: Tobi, 10, and Funmi, 6, with mum',
      [
        ['Tobi', 'Adeleke'],
        ['Funmi', 'Adeleke'],
      ],
    ],
  ])('%s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('rule 8: a value of each in order, and one of all', () => {
    const [mia, ruby] = read(
      'mia & ruby hollis, yr 5 and yr 3 at park view, eastrop park w mum 10 mins ago',
    ).encounters;
    expect([mia?.yearGroup, ruby?.yearGroup]).toEqual([5, 3]);
    expect([mia?.school, ruby?.school]).toEqual(['Park View Primary School', 'Park View Primary School']);
  });

  test('rule 31: an outcome alone makes no encounter of a mate', () => {
    expect(
      encounter('Sadie Green y10 Vyne, Malls 1040 with her mate. Walked Sadie back, her mate ran off')
        .outcome,
    ).toBe('returned_to_school');
  });
});
