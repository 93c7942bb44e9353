import { answerLine } from '../../../src/conversation/understand/answerLines';
import { understanding } from './sampleUnderstanding';

const answer = (line: string, number = 1) => answerLine({ understanding, line, number });

test('a message is answered with exactly the keys of the contract, in order', () => {
  const line = JSON.stringify({
    id: 'm1',
    sentAt: '2026-11-24T10:52:00+00:00',
    text: 'Kai Brown 14 costello, festival place 1040 alone',
  });
  const got = answer(line);
  if (got.kind !== 'answer') throw new Error(got.kind);
  const reading = JSON.parse(got.line);
  expect(Object.keys(reading)).toEqual(['id', 'intent', 'encounters', 'visitRef', 'person']);
  expect(Object.keys(reading.encounters[0])).toEqual([
    'givenName',
    'familyName',
    'age',
    'dateOfBirth',
    'yearGroup',
    'school',
    'place',
    'occurredAt',
    'companion',
    'claimedReason',
    'outcome',
    'schoolContacted',
  ]);
});

test.each([
  ['not JSON', 'line 7: not JSON'],
  ['[1]', 'line 7: id is missing or not a string'],
  ['{"id":"a","sentAt":"soon","text":"hi"}', 'line 7: sentAt is missing or not a date'],
  ['{"id":"a","sentAt":"2026-11-24T10:52:00Z"}', 'line 7: text is missing or not a string'],
])('a bad line says what is wrong and where: %s', (line, message) => {
  expect(answer(line, 7)).toEqual({ kind: 'error', message });
});

test('an empty line is passed over', () => {
  expect(answer('  ')).toEqual({ kind: 'nothing' });
});
