import { encounter, read } from '../sampleUnderstanding';

const said = (words: string) => encounter(`Kai Brown 14 Costello, Malls 1040. ${words}`);

describe('companion', () => {
  test.each([
    ['rule 17: parent over the rest', 'With his mum and gran.', 'parent'],
    ['rule 17: step-parent', 'With stepdad.', 'parent'],
    ['rule 17: foster carer', 'With his foster carer.', 'other_adult'],
    ['rule 17: foster mother', 'With his foster mum.', 'other_adult'],
    ['rule 17: an adult with a name', 'The cobbler, Mr Voss, was with him.', 'other_adult'],
    [
      'rule 20: an adult met at home',
      'With 2 mates. Took him home and had a word with his stepmother.',
      'peers',
    ],
    ['rule 20: a parent only told of', 'With his nan. Nan says his mum had gone into labour.', 'other_adult'],
    ["rule 17: a friend's parent", "With his mate's mum.", 'other_adult'],
    ['rule 18: unnamed friends', 'With 2 mates, they ran.', 'peers'],
    ['rule 18: unaccompanied', 'Unaccompanied.', 'alone'],
    ['rule 20: an adult who came later', 'On his own. Mum came and collected him.', 'alone'],
    ['rule 35: a coach', 'With his football coach.', 'other_adult'],
    ['a grown-up cousin', 'With his cousin, adult woman.', 'other_adult'],
    ['friends counted after the word', 'Friends two with him.', 'peers'],
    ['work beside an adult is no company', 'Alone, work experience with the groundsman.', 'alone'],
    ['unsaid', 'Advised.', null],
  ])('%s', (_, words, expected) => {
    expect(said(words).companion).toBe(expected);
  });

  test('rule 19: brother and sister in a mixed group', () => {
    const { encounters } = read(
      "Darcie Hale and her friend Tiana Bright and Darcie's brother Jude Hale, all costello, Malls 1230, no reason",
    );
    expect(encounters.map(({ companion }) => companion)).toEqual(['sibling', 'peers', 'sibling']);
  });
});

describe('claimed reason', () => {
  test.each([
    ['rule 21: only the school says so', 'Ran off. School rung, they say he is suspended.', null],
    [
      'rule 21: the claim stays where the school disagrees',
      'Says INSET day. School rung, open as normal.',
      'school_closed',
    ],
    ["the child's own words", "He goes 'my alarm never went off, I swear'. Let him go.", 'late'],
    [
      'rule 26: told to stay away',
      'Says the boiler burst and everyone was told to stay away.',
      'school_closed',
    ],
    ['where a child lives is no work', 'With his foster mum, settled in placement. Chickenpox.', 'ill'],
    ['rule 22: refused', "Wouldn't say why.", 'none_given'],
    ['rule 23: anxiety', 'Off with anxiety.', 'ill'],
    ['rule 23: camhs', 'CAMHS appointment at 11.', 'medical_appointment'],
    ['rule 23: a relative ill', 'Says his mum is ill so he is looking after her.', 'family'],
    [
      'rule 23: no place after a move',
      'With mum. Moved here from Leeds, no school place yet.',
      'no_school_place',
    ],
    ['rule 24: agreed leave', 'With dad. Head agreed the day off for a wedding.', 'authorised_leave'],
    ['rule 24: a holiday not agreed', 'With dad. Going on holiday.', 'other'],
    ['rule 25: bullying', 'Says he is being bullied.', 'other'],
    ['rule 26: missed bus', 'Missed the bus, on the way in.', 'late'],
    ['rule 26: interview', 'Interview at BCoT at 11.', 'interview'],
    ['rule 26: left school', 'Says he left school in the summer.', 'not_school_age'],
    ['rule 27: fairground family', 'Family are travelling with the fair.', 'travelling_family'],
    ['study leave', 'On study leave.', 'study_leave'],
    ['work experience', 'On work experience at a garage.', 'work_experience'],
    ['home education', 'With mum. Home educated.', 'home_educated'],
    ['reduced timetable', 'On a reduced timetable.', 'part_time_timetable'],
    ['religion', 'With dad. Eid today.', 'religious_observance'],
    ['excluded', 'Says he is suspended till Friday.', 'excluded'],
  ])('%s', (_, words, expected) => {
    expect(said(words).claimedReason).toBe(expected);
  });
});

describe('outcome and contact', () => {
  test.each([
    ['rule 28: advised and walked back', 'Advised and walked back to school.', 'returned_to_school'],
    ['rule 28: left with a parent', 'With mum. Mum advised, left with mum.', 'left_with_adult'],
    ['rule 28: collected by mum', 'On his own. Mum came and collected him.', 'left_with_adult'],
    ['rule 28: let go', 'Let go on his way.', 'advised'],
    ['rule 29: a plan', 'With mum. Mum will take him in.', null],
    ['rule 29: no concerns', 'No concerns.', null],
    ['rule 38: "Dad advised"', 'With dad. Dad advised.', 'advised'],
    ['home', 'Took him home.', 'taken_home'],
    ['designated place', 'Conveyed to designated place.', 'designated_place'],
    ['ran', 'Legged it.', 'made_off'],
  ])('%s', (_, words, expected) => {
    expect(said(words).outcome).toBe(expected);
  });

  test.each([
    ['rule 30: rung', 'School rung.', true],
    ['rule 30: quoted', 'School says he is fine.', true],
    ['rule 30: will ring', 'Will ring school later.', null],
    ['rule 30: not yet', 'School not yet contacted.', null],
    ['rule 37: tried', 'School tried, engaged.', true],
    ['rule 37: told by the father', 'With dad. Dad has told the school.', true],
  ])('%s', (_, words, expected) => {
    expect(said(words).schoolContacted).toBe(expected);
  });
});

describe('the second language and the short note', () => {
  test.each([
    ['I call the father, he come and take him.', 'left_with_adult'],
    ['Waited until his auntie came and took him off.', 'left_with_adult'],
    ['Collected by Mr Dunne from the Costello.', 'returned_to_school'],
    ['Bus failed to stop, he states. WOA.', 'advised'],
    ['Going back to school after.', null],
  ])('outcome: %s', (words, expected) => {
    expect(said(words).outcome).toBe(expected);
  });

  test.each([
    ['Costello rung, no such thing.', true],
    ['Says school shut. Rang, it is open.', true],
    ['I ask the school by telephone.', true],
    ['Sent on to school.', null],
    ['School unaware, will ring.', null],
  ])('school contacted: %s', (words, expected) => {
    expect(said(words).schoolContacted).toBe(expected);
  });

  test.each([
    ['a remark of the officer', 'Sorry for delay. Advised.'],
    ['where the child was found', 'Found behind the Tesco. Advised.'],
    ['a meeting with the officer', 'I met his mother. Advised.'],
  ])('%s is no reason', (_, words) => {
    expect(said(words).claimedReason).toBeNull();
  });

  test('what was done with each child named goes to that child', () => {
    const { encounters } = read(
      'Met Ada Hale and Ben Frith, both costello, Malls 1040. We walked Ada back to school and took Ben home.',
    );
    expect(encounters.map(({ outcome }) => outcome)).toEqual(['returned_to_school', 'taken_home']);
  });
});
