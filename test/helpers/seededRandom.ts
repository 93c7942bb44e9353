import { randomInt } from 'node:crypto';

/** Chance that can be had again: the same seed gives the same numbers. */
export interface SeededRandom {
  readonly seed: number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
}

/** From ROLLCALL_TEST_SEED, where a failed run is to be repeated, else from a seed that nobody chose. */
export function seededRandom(): SeededRandom {
  const given = Number(process.env.ROLLCALL_TEST_SEED);
  const seed = Number.isInteger(given) && given > 0 ? given : randomInt(1, 2 ** 31);
  let state = seed;
  // mulberry32: small, and good enough to choose moments.
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { seed, between: (least, most) => least + Math.floor(next() * (most - least + 1)) };
}

/** Runs a test that leaves something to chance; a failure names the seed that repeats it. */
export async function withSeed(test: (random: SeededRandom) => Promise<void>): Promise<void> {
  const random = seededRandom();
  try {
    await test(random);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new Error(`With ROLLCALL_TEST_SEED=${random.seed}: ${words}`, { cause: error });
  }
}
