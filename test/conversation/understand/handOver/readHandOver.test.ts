import { encounter, understanding } from '../sampleUnderstanding';

const sentAt = '2026-11-24T11:20:00+00:00';

describe('who took a child over', () => {
  test.each([
    ['handed over to Mrs Pike, reception 11:05', 'Mrs Pike, reception', '2026-11-24T11:05'],
    ['handed to his nan at 1110', 'his nan', '2026-11-24T11:10'],
    ['hes been handed over to the head of year just now', 'the head of year', null],
    ['Kai handed over to reception at Costello', 'reception at Costello', null],
    ['passed her on to Mr O’Neill, deputy head, 10 mins ago', 'Mr O’Neill, deputy head', '2026-11-24T11:10'],
    ['delivered both to the school office at quarter past eleven', 'the school office', '2026-11-24T11:15'],
  ])('“%s”', (text, to, at) => {
    expect(understanding.readHandOver({ sentAt, text })).toEqual({ to, at });
  });

  test.each([
    'not handed over yet',
    'will be handed over to reception at 11',
    'who was he handed to?',
    'taking her home now',
    'handed me a letter',
  ])('“%s” is no hand-over', (text) => {
    expect(understanding.readHandOver({ sentAt, text })).toBeNull();
  });
});

describe('on the way, or there', () => {
  test.each([
    ['walking him back', true],
    ['on the way back to school with him', true],
    ['taking him home now', true],
    ['driving him back to school', true],
    ['walked him back', false],
    ['taken home', false],
    ['ran off', false],
    ['advised', false],
  ])('“%s”', (words, underWay) => {
    expect(encounter(`Kai Brown 14 Costello, Malls 1040, no reason, ${words}`).underWay).toBe(underWay);
  });
});
