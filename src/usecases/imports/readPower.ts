import { readDate } from './table/readDate';

const powers = ['constable', 'pcso_removal'] as const;

/** A power of removal, the days it holds (`yyyy-MM-dd`; until null: until further notice), and its limits. */
export interface PowerHeld {
  readonly power: (typeof powers)[number];
  readonly from: string;
  readonly until: string | null;
  readonly limits: string | null;
}

/**
 * A power as a staff file writes it: `constable:2024-09-01..` or `pcso_removal:2026-01-01..2027-01-01:on foot only`.
 * @returns null where it can't be read, or ends before it begins
 */
export function readPower(written: string): PowerHeld | null {
  const parts = /^(\w+)\s*:\s*([\d/-]+)\s*\.\.\s*([\d/-]*)\s*(?::(.*))?$/.exec(written.trim());
  if (parts === null) return null;
  const [, word, begin = '', end = '', limits = ''] = parts;
  const power = powers.find((known) => known === word?.toLowerCase());
  const from = readDate(begin);
  const until = end === '' ? { date: null } : readDate(end);
  if (power === undefined || 'reason' in from || 'reason' in until) return null;
  if (until.date !== null && until.date < from.date) return null;
  return { power, from: from.date, until: until.date, limits: limits.trim() === '' ? null : limits.trim() };
}
