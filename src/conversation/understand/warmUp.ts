import type { Understanding } from './reading';

/** Made-up messages of each kind: prose, a form, a list, a question, a visit. */
const SAMPLES = [
  'Kai Example, 13, Y8, at the shops at 10:40 with two mates, says dentist at 11. School rung. Walked back to school.',
  'Name: Example, Ada\nAge: 14\nSchool: none\nPlace: park\nTime: 09.15\nWith: mother\nReason: ill\nOutcome: left with mother',
  '1. Ada Example Y9\n2. Ben Example Y7\nBoth alone, no reason given, ran off',
  'has anyone met Kai Example before, year 8?',
  'taking visit 12, home visits left please',
];

/** Expressions are compiled at their first and second use: pays for that at the start, not with a real message. */
export function warmUp(understanding: Understanding): Understanding {
  for (const text of [...SAMPLES, ...SAMPLES])
    understanding.read({ sentAt: '2026-11-24T10:52:00+00:00', text });
  return understanding;
}
