import { read } from '../sampleUnderstanding';

type Field =
  | 'givenName'
  | 'school'
  | 'companion'
  | 'claimedReason'
  | 'outcome'
  | 'age'
  | 'yearGroup'
  | 'schoolContacted';
const each = (text: string, field: Field): unknown[] => read(text).encounters.map((child) => child[field]);

describe('what is said of one child among several', () => {
  test.each<[string, string, Field, unknown[]]>([
    [
      '"the other" without a noun',
      'Malls 1040. Kai Brown, 14, Costello, and one refused his name, 13, Costello. Brown says dentist. The other no reason.',
      'claimedReason',
      ['medical_appointment', 'none_given'],
    ],
    [
      '"both" of two met after a first',
      'Kempshott 1105, Ivy Farr, Y2, with nan, sick, left with nan. Eastrop 1115, Sam Aksoy and Joe West, both 14, both Bluecoat, both suspended. Both taken home',
      'outcome',
      ['left_with_adult', 'taken_home', 'taken_home'],
    ],
    [
      'initials after a list',
      'Fest Pl 1212: Ravi Menon Y11, Conor Sheehan Y11, both Bish C. RM: dentist. CS: on lunch. Both walked back',
      'claimedReason',
      ['medical_appointment', 'late'],
    ],
    [
      'a family name in the plural',
      'Eastrop 0955: Ana Quigley 14, Orla Quigley 11, Temi Bakare 14, all Vyne. Quigleys taken home, Temi driven back to school',
      'outcome',
      ['taken_home', 'taken_home', 'returned_to_school'],
    ],
    [
      'the nameless one',
      "3 lads nr glebe gardens, all y8 vyne. Kofi Sarpong, Ellis Wray, third one wouldn't give his name. Kofi and Ellis taken back to school, nameless one legged it",
      'outcome',
      ['returned_to_school', 'returned_to_school', 'made_off'],
    ],
    [
      'school "(name)"',
      'Shelby Eastwood and Vinnie Eastwood, 12 and 10, Winklebury at 11. On roll at Testbourne (Shelby) and Oakridge Juniors (Vinnie)',
      'school',
      ['Testbourne Community School', 'Oakridge Junior School'],
    ],
    [
      'years with a stroke between schools',
      'Tariq Bello + brother Yasin Bello, Y10 bluecoat / Y5 fairfields. Worting rd 0940',
      'yearGroup',
      [10, 5],
    ],
    [
      'said of those named so far',
      'Malls 1230: Mina Haddow, Tess Okereke, all Costello, and Anya Dutt, Cranbourne. All say lunch',
      'school',
      ['The Costello School', 'The Costello School', 'Cranbourne'],
    ],
    [
      "one child's mother with two children is another adult to the second",
      "Basing View 1155, Mina Farahani 13 and Coco Lake 13, both Costello. With Coco's mum",
      'companion',
      ['other_adult', 'parent'],
    ],
    [
      '"them" is of all, whoever was named last',
      "Malls 1040: Clementine Beau, Year 6, Hector Beau, Year 4, both Vyne; Hector's coat was wet, and I left them with Mother",
      'outcome',
      ['left_with_adult', 'left_with_adult'],
    ],
  ])('%s', (_, text, field, expected) => {
    expect(each(text, field)).toEqual(expected);
  });
});

describe('words that are nobody', () => {
  test.each([
    [
      'the school of a child named before',
      'Piot Zielinski Y9 and Ewan Brodie Y8, Eastrop 0948. Zielinski Cranbourne, Brodie Everest. Both let go',
      2,
    ],
    ['on his jack jones', 'lad kristian bow, 14, wote st 10.08, on his jack jones, no reason, let go', 1],
    ['a verb after a name', 'Jorge Vidal 15, Hurst, aquadrome 2.25, work experience. Let Jorge crack on', 1],
    ['the writer', 'Hi its Meera. Met Joanna Pietrzak yr 5 St Annes outside the anvil 9.55 with mum', 1],
    ['a colleague', 'Kai Brown 14 costello, malls 1040, walked back by me and Dot', 1],
    [
      'a name put right in full',
      'Ethan Croft 13 sorry Ethan CROFTS 13, Brighton Hill school, viables 2.40pm, alone',
      1,
    ],
    [
      'a grown-up cousin',
      'Spoke to Caoimhe Rafferty yr 9 Bishop C at Top of Town 0950 with her grown up cousin Shauna, 22',
      1,
    ],
    [
      'the number of a list',
      'RHP 1054. 1. Mat Gorski Y10 Costello - no reason. 2. Erin Foley Y11 Costello - study leave. 2 advised',
      2,
    ],
    [
      'a name nothing is told of',
      'BTP Nolan at the train stn. 2 males on the concourse 0910, Caleb Ofori (15) and Jamie Whitcombe (15), both Y11 Perins. Let them go',
      2,
    ],
    [
      'where the family is going',
      'One of school age: Johnny-Lee Scamp, 11, w/ mum, at Viables. Travelling through to the New Forest. left w mum',
      1,
    ],
  ])('%s', (_, text, count) => {
    expect(read(text).encounters).toHaveLength(count);
  });
});

describe('scenes of one message', () => {
  test('"same place" is the place of the child before, not one named later', () => {
    const { encounters } = read(
      "From the Hatch Warren walk. 0940 Hatch Warren Retail Park, Saffron Hale yr 4, HW Juniors, w/ gran, dentist at 10. 0950 same place, Otto Brand yr 8 Bluecoat, alone, wouldn't say. 0955 in Hatch Warren itself, Mira Patel yr 11 Bish Chall with her big sister, college interview at QMC. Saffron left with gran, Otto driven to Bluecoat and handed in, Mira let go",
    );
    expect(encounters.map(({ place }) => place)).toEqual([
      'Hatch Warren Retail Park',
      'Hatch Warren Retail Park',
      'Hatch Warren',
    ]);
  });
});
