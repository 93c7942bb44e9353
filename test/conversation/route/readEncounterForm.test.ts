import { readEncounterForm } from '../../../src/conversation/route/readEncounterForm';

const gazetteer = {
  schools: [
    { id: '1', name: 'The Costello School', kind: 'secondary', aliases: ['Costello', 'Costello Tech'] },
    { id: '2', name: 'Cranbourne', kind: 'secondary', aliases: ['CBEC'] },
  ],
  places: [{ id: '3', name: 'Festival Place', kind: 'shopping_centre', aliases: ['Fest Place', 'FP'] }],
};
const now = new Date('2026-11-24T11:00:00Z');
const filled = { givenName: 'Kai', familyName: 'Brown', age: 14, date: '2026-11-24', time: '10:40' };
const read = (values: Record<string, string | number | boolean | null>, needsReason = false) =>
  readEncounterForm({ values: { ...filled, ...values }, filled, gazetteer, now, needsReason });

test('what was filled in is read, short forms of schools and places included', () => {
  expect(
    read({ school: 'costello', place: 'fp', companion: 'peers', yearGroup: '10', schoolContacted: true }),
  ).toMatchObject({
    kind: 'read',
    fields: {
      givenName: 'Kai',
      age: 14,
      yearGroup: 10,
      school: 'The Costello School',
      place: 'Festival Place',
      companion: 'peers',
      schoolContacted: true,
      occurredAt: '2026-11-24T10:40',
    },
  });
});

test('a school that is not on the list is kept as it was typed', () => {
  expect(read({ school: 'Reading Girls' })).toMatchObject({
    kind: 'read',
    fields: { school: null },
    schoolSaid: 'Reading Girls',
  });
});

test.each([
  ['an age in words', { age: 'fourteen' }, 'age', 'Write the age as a number between 0 and 25'],
  ['an age that can’t be', { age: 140 }, 'age', 'Write the age as a number between 0 and 25'],
  ['no time', { time: '' }, 'time', 'Write the time as hours and minutes, such as 10:40.'],
  ['a time to come', { time: '11:01' }, 'time', 'still to come'],
  ['a birthday to come', { dateOfBirth: '2026-11-25' }, 'dateOfBirth', 'still to come'],
  [
    'a birthday that is none',
    { dateOfBirth: '2026-02-30' },
    'dateOfBirth',
    'can’t be read as a date of birth',
  ],
  ['no date', { date: '' }, 'date', 'Write the date of the encounter.'],
  ['a name of 101 letters', { givenName: 'x'.repeat(101) }, 'givenName', '100 characters at most'],
])('%s: the error stands at its field and says what to write', (_words, values, field, sentence) => {
  const result = read(values);
  expect(result.kind).toBe('wrong');
  if (result.kind === 'wrong') expect(result.errors[field]).toContain(sentence);
});

test('a form that says nothing of a child is refused', () => {
  const result = read({ givenName: null, familyName: ' ', age: null });
  expect(result).toMatchObject({
    kind: 'wrong',
    errors: { givenName: expect.stringContaining('Write a name') },
  });
});

test('a correction needs its reason', () => {
  expect(read({}, true)).toMatchObject({
    kind: 'wrong',
    errors: { reason: 'Write why the record is being put right.' },
  });
  expect(read({ reason: 'The school rang.' }, true)).toMatchObject({
    kind: 'read',
    reason: 'The school rang.',
  });
});

test('hostile text is kept as written, but for what no database holds', () => {
  expect(read({ familyName: '<!channel> *x*\u0000', note: '👩‍👧 \u202e' })).toMatchObject({
    fields: { familyName: '<!channel> *x*\ufffd' },
    note: '👩‍👧 \u202e',
  });
});

test.each([
  ['givenName', 100],
  ['familyName', 100],
  ['school', 200],
  ['place', 200],
  ['note', 3000],
  ['reason', 1000],
])('%s of more than %i characters is refused at its field, never shortened', (field, limit) => {
  const whole = 'x'.repeat(limit);
  expect(read({ [field]: whole })).toMatchObject({ kind: 'read' });
  expect(JSON.stringify(read({ [field]: whole }))).toContain(`"${whole}"`);
  expect(read({ [field]: `${whole}x` })).toEqual({
    kind: 'wrong',
    errors: { [field]: `This is too long: ${limit} characters at most.` },
  });
});

test('what stood in the form from a message need not be shortened to change something else', () => {
  const said = { ...filled, familyName: 'Brown'.repeat(30), place: 'behind the bins '.repeat(20).trim() };
  const values = { ...said, age: 13 };
  expect(readEncounterForm({ values, filled: said, gazetteer, now, needsReason: false })).toMatchObject({
    kind: 'read',
    fields: { familyName: said.familyName, age: 13 },
    placeSaid: said.place,
  });
});
