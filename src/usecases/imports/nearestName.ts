import { foldName } from './foldName';

/** Below this share of common letter pairs two names are not near. */
const near = 0.4;

/** Of several spellings, the name of the one most like what was written (Dice's coefficient of letter pairs). */
export function nearestName(
  written: string,
  spellings: readonly { readonly word: string; readonly name: string }[],
): string | null {
  const pairs = pairsOf(foldName(written));
  let best: { name: string; likeness: number } | null = null;
  for (const { word, name } of spellings) {
    const likeness = alike(pairs, pairsOf(foldName(word)));
    if (likeness >= near && (best === null || likeness > best.likeness)) best = { name, likeness };
  }
  return best?.name ?? null;
}

function pairsOf(word: string): ReadonlySet<string> {
  return new Set([...word].slice(1).map((letter, index) => `${[...word][index]}${letter}`));
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((pair) => other.has(pair)).length;
  return one.size + other.size === 0 ? 0 : (2 * common) / (one.size + other.size);
}
