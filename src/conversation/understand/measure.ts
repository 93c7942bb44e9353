import { ENCOUNTER_FIELDS } from './contractLine';
import type { Reading, Understanding } from './reading';

export type Example = { readonly id: string; readonly sentAt: string; readonly text: string };
export type Expected = Pick<Reading, 'intent' | 'visitRef' | 'person'> & {
  readonly id: string;
  readonly encounters: readonly Readonly<Record<string, unknown>>[];
};
export type Miss = {
  readonly id: string;
  readonly field: string;
  readonly expected: unknown;
  readonly got: unknown;
  readonly text: string;
};
export type Tally = { right: number; counted: number };
export type Measure = {
  readonly messages: number;
  readonly intentsRight: number;
  readonly messagesRight: number;
  readonly fields: ReadonlyMap<string, Tally>;
  readonly misses: readonly Miss[];
  /** Milliseconds for each message, smallest first. */
  readonly times: readonly number[];
};

const PERSON_FIELDS = ['givenName', 'familyName', 'age', 'yearGroup', 'school'] as const;

const isSame = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : a === b;

/** Reads enough for the engine to have compiled what is used, so that times are those of a running service. */
const WARM_UP_READINGS = 1500;

function warmUp(understanding: Understanding, examples: readonly Example[]): void {
  if (examples.length === 0) return;
  const rounds = Math.ceil(WARM_UP_READINGS / examples.length);
  for (let round = 0; round < rounds; round++) for (const example of examples) understanding.read(example);
}

/** Reads every message and counts as the contract does: a field counts where expected or got is not null. */
export function measure(input: {
  understanding: Understanding;
  examples: readonly Example[];
  expected: ReadonlyMap<string, Expected>;
  /** Read many times before timing; without it only the counts mean anything. */
  isTimed?: boolean;
}): Measure {
  const { understanding, examples, expected } = input;
  const fields = new Map<string, Tally>();
  const misses: Miss[] = [];
  const times: number[] = [];
  let intentsRight = 0;
  if (input.isTimed) warmUp(understanding, examples);
  for (const example of examples) {
    const wanted = expected.get(example.id);
    if (!wanted) throw new Error(`no expected line for ${example.id}`);
    const start = process.hrtime.bigint();
    const got = understanding.read(example);
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
    const miss = (field: string, a: unknown, b: unknown): void => {
      misses.push({ id: example.id, field, expected: a, got: b, text: example.text });
    };
    if (got.intent === wanted.intent) intentsRight += 1;
    else miss('intent', wanted.intent, got.intent);
    const compare = (name: string, field: string, a: unknown, b: unknown): void => {
      if ((a ?? null) === null && (b ?? null) === null) return;
      const tally = fields.get(name) ?? { right: 0, counted: 0 };
      tally.counted += 1;
      if (isSame(a, b)) tally.right += 1;
      else miss(field, a ?? null, b ?? null);
      fields.set(name, tally);
    };
    compare('visitRef', 'visitRef', wanted.visitRef, got.visitRef);
    for (const field of PERSON_FIELDS)
      compare(`person.${field}`, `person.${field}`, wanted.person?.[field], got.person?.[field]);
    for (let i = 0; i < Math.max(wanted.encounters.length, got.encounters.length); i++) {
      for (const field of ENCOUNTER_FIELDS)
        compare(field, `${i + 1}.${field}`, wanted.encounters[i]?.[field], got.encounters[i]?.[field]);
    }
  }
  const missed = new Set(misses.map(({ id }) => id));
  return {
    messages: examples.length,
    intentsRight,
    messagesRight: examples.filter(({ id }) => !missed.has(id)).length,
    fields,
    misses,
    times: times.sort((a, b) => a - b),
  };
}

/** All fields together. */
export function allFields(result: Measure): Tally {
  const tallies = [...result.fields.values()];
  return {
    right: tallies.reduce((sum, { right }) => sum + right, 0),
    counted: tallies.reduce((sum, { counted }) => sum + counted, 0),
  };
}

/** The time below which this share of messages was read, in milliseconds. */
export const percentile = (result: Measure, share: number): number =>
  result.times[Math.min(result.times.length - 1, Math.floor(result.times.length * share))] ?? 0;
