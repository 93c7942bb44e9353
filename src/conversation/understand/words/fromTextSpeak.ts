import contact from '../lexicon/contact.json';
import gazetteerWords from '../lexicon/gazetteerWords.json';
import neverNames from '../lexicon/neverNames.json';
import outcomes from '../lexicon/outcomes.json';
import health from '../lexicon/reasons/health.json';
import home from '../lexicon/reasons/home.json';
import other from '../lexicon/reasons/other.json';
import school from '../lexicon/reasons/school.json';
import schoolDay from '../lexicon/reasons/schoolDay.json';
import textSpeak from '../lexicon/textSpeak.json';
import { isWithin, soundOf } from './soundOf';

const FORMS = new Map(
  Object.entries(textSpeak.forms).flatMap(([plain, forms]) =>
    forms.split(' ').map((form): [string, string] => [form, plain]),
  ),
);

/** Short forms that school and place names are written with are the gazetteer's. */
export const isGazetteerForm = (lower: string): boolean => lower in gazetteerWords.same;

/** The plain word for a common form of text-speak ("sez", "wdnt"), or null. */
export const textSpeakWord = (lower: string): string | null => FORMS.get(lower) ?? null;

type Known = { readonly word: string; readonly vowels: string; readonly isCore: boolean };

const wordsIn = (value: unknown): string[] =>
  JSON.stringify(value)
    .replace(/\\+[a-zA-Z]/g, ' ')
    .replace(/(\p{L})\?/gu, '$1')
    .toLowerCase()
    .match(/[a-z]{3,}(?:'[a-z]{1,2})?/g) ?? [];

/** The trade's own words by their sound without vowels. */
const BY_BONES = new Map<string, Known[]>();

function learn(words: readonly string[], isCore: boolean): void {
  for (const word of words) {
    const { bones, vowels } = soundOf(word);
    if (vowels === '' || bones.length < 2) continue;
    const known = BY_BONES.get(bones) ?? [];
    if (!known.some((other) => other.word === word)) known.push({ word, vowels, isCore });
    BY_BONES.set(bones, known);
  }
}

learn(
  textSpeak.core.flatMap((line) => line.split(' ')),
  true,
);
learn(Object.keys(textSpeak.forms), true);
learn(
  neverNames.hard.flatMap((line) => line.split(' ')),
  false,
);
learn(Object.values(gazetteerWords.same), false);
learn(wordsIn([health, home, other, school, schoolDay, outcomes, contact]), false);

/** Words cut short in writing that end on a sound: "stopt", "walkd". */
const variantsOf = (lower: string): string[] =>
  lower.endsWith('t') && lower.length > 4 ? [lower, `${lower.slice(0, -1)}d`] : [lower];

/**
 * The one word of the trade that sounds like an unknown form without its vowels ("rgstrd", "chnge"); null where
 * none or several do. The caller keeps names, codes and known words away.
 */
export function wordByBones(lower: string): string | null {
  for (const form of variantsOf(lower)) {
    const { bones, vowels } = soundOf(form);
    if (bones.length < 3 && !(bones.length === 2 && vowels.length > 0 && form.length > 3)) continue;
    const fits = (BY_BONES.get(bones) ?? []).filter(
      ({ word, vowels: full, isCore }) =>
        form.length < word.length &&
        isWithin(vowels, full) &&
        // Half a word is more often another word: it must be letters left out, and of the core.
        (vowels === '' ? isCore || isWithin(form, word) : isCore && isWithin(form, word)),
    );
    const core = fits.filter(({ isCore }) => isCore);
    const chosen = core.length > 0 ? core : fits;
    if (chosen.length === 1) return chosen[0]?.word ?? null;
    const literal = chosen.filter(({ word }) => isWithin(form, word));
    if (literal.length === 1) return literal[0]?.word ?? null;
  }
  return null;
}
