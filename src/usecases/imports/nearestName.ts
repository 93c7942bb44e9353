import { foldName } from './foldName';

/** Below this share of common letter pairs two names are not near. */
const near = 0.4;

/** Finds, of several spellings, the name of the one most like what was written (Dice's coefficient of letter pairs). */
export function createNearestName(
  spellings: readonly { readonly word: string; readonly name: string }[],
): (written: string) => string | null {
  const known = spellings.map(({ word, name }) => ({ name, pairs: pairsOf(word) }));
  return (written) => {
    const pairs = pairsOf(written);
    let best: { name: string; likeness: number } | null = null;
    for (const spelling of known) {
      const likeness = alike(pairs, spelling.pairs);
      if (likeness >= near && (best === null || likeness > best.likeness))
        best = { name: spelling.name, likeness };
    }
    return best?.name ?? null;
  };
}

function pairsOf(word: string): ReadonlySet<string> {
  const letters = [...foldName(word)];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const pair of one) if (other.has(pair)) common += 1;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}
