import commonWords from '../lexicon/commonWords.json';
import gazetteerWords from '../lexicon/gazetteerWords.json';
import { letterMask } from './editDistance';

export type GazetteerEntry = { readonly name: string; readonly aliases: readonly string[] };
export type SchoolEntry = GazetteerEntry & { readonly phase?: string | undefined };
export type PlaceEntry = GazetteerEntry & { readonly kind?: string | undefined };

export type GazetteerKey = {
  readonly key: string;
  readonly mask: number;
  readonly school: SchoolEntry | null;
  readonly place: PlaceEntry | null;
  /** The short form is also a plain word ("the tech"): only with "the" before it. */
  readonly needsThe: boolean;
};

export type GazetteerIndex = {
  readonly exact: ReadonlyMap<string, GazetteerKey>;
  readonly byLength: ReadonlyMap<number, readonly GazetteerKey[]>;
  /** By consonants alone; null where two names share them. */
  readonly byBones: ReadonlyMap<string, GazetteerKey | null>;
  readonly byBarest: ReadonlyMap<string, GazetteerKey | null>;
  readonly schools: readonly SchoolEntry[];
};

const SAME = new Map(Object.entries(gazetteerWords.same));
const STANDS = new Set(Object.keys(gazetteerWords.stands));
const COMMON = new Set(commonWords);

/** One word of a school or place in the form keys are made of: no apostrophe, no plural possessive. */
export function gazetteerWord(lower: string): string {
  const plain = lower.replace(/'s$/, '').replaceAll(/['.]/g, '');
  return SAME.get(plain) ?? plain;
}

export const keyOf = (words: readonly string[]): string =>
  words.map(gazetteerWord).join('').replaceAll('-', '');

/** A key without its vowels, doubles once. */
export const bonesOf = (key: string): string => key.replace(/[aeiou]/g, '').replace(/(.)\1+/g, '$1');

/** As above, without the letters that are hardly heard either ("rooksdn"). */
export const barestOf = (key: string): string => bonesOf(key.replace(/[wh]/g, ''));

const wordsOf = (name: string): string[] => name.toLowerCase().match(/[\p{L}'.]+/gu) ?? [];

/** Keys by what is left of them; null where two names share it. */
function keysBy(
  exact: ReadonlyMap<string, GazetteerKey>,
  shorten: (key: string) => string,
): Map<string, GazetteerKey | null> {
  const found = new Map<string, GazetteerKey | null>();
  for (const key of exact.values()) {
    const short = shorten(key.key);
    if (short.length < 3) continue;
    const before = found.get(short);
    const isSame =
      before && before.school?.name === key.school?.name && before.place?.name === key.place?.name;
    found.set(short, before === undefined || isSame ? key : null);
  }
  return found;
}

/** Areas of two words that some short form already names by their initials ("BH shops"). */
function areaInitials(places: readonly PlaceEntry[]): { area: string; letters: string }[] {
  const heads = new Set(places.flatMap(({ aliases }) => aliases.map((alias) => alias.split(' ')[0] ?? '')));
  return places.flatMap(({ name, kind }) => {
    const words = name.split(' ');
    const letters = words.map((word) => word[0] ?? '').join('');
    return kind === 'estate' && words.length === 2 && heads.has(letters) ? [{ area: name, letters }] : [];
  });
}

/** Every name and alias under its key; a key may stand for a school, a place, or both (rule 15). */
export function indexGazetteer(input: {
  schools: readonly SchoolEntry[];
  places: readonly PlaceEntry[];
}): GazetteerIndex {
  const exact = new Map<string, GazetteerKey>();
  const add = (name: string, entry: Pick<GazetteerKey, 'school' | 'place'>): void => {
    const words = wordsOf(name);
    const hasThe = words[0] === 'the' && words.length > 1;
    const rest = hasThe ? words.slice(1) : words;
    const key = keyOf(rest);
    if (key === '') return;
    const before = exact.get(key);
    const needsThe = hasThe && rest.length === 1 && COMMON.has(rest[0] ?? '') && !STANDS.has(rest[0] ?? '');
    exact.set(key, {
      key,
      mask: letterMask(key),
      school: before?.school ?? entry.school,
      place: before?.place ?? entry.place,
      needsThe: needsThe && (before?.needsThe ?? true),
    });
  };
  for (const school of input.schools) {
    for (const name of [school.name, ...school.aliases]) add(name, { school, place: null });
  }
  for (const place of input.places) {
    for (const name of [place.name, ...place.aliases]) add(name, { school: null, place });
  }
  // "HW retail" for "HW retail park": three words or more may lose a last general one.
  for (const entry of [
    ...input.schools.map((school) => ({ school, place: null })),
    ...input.places.map((place) => ({ school: null, place })),
  ]) {
    const { name, aliases } = entry.school ?? entry.place;
    for (const words of [name, ...aliases].map(wordsOf)) {
      const isGeneral = /^(?:park|centre|center|school|academy|primary|complex|station|estate)$/.test(
        words.at(-1) ?? '',
      );
      const short = words.slice(0, -1).filter((word) => word !== 'the');
      if (isGeneral && short.length > 1 && !exact.has(keyOf(short))) add(short.join(' '), entry);
    }
  }
  // "retail park at Hatch Warren", "BH parade": the general words first, an area by its initials.
  const initials = areaInitials(input.places);
  for (const place of input.places) {
    for (const name of [place.name, ...place.aliases]) {
      const general = /^(.+) (retail park|shopping centre|shops)$/i.exec(name);
      const turned = general ? ['at', 'in', 'on'].map((word) => `${general[2]} ${word} ${general[1]}`) : [];
      const short = initials.flatMap(({ area, letters }) =>
        name.startsWith(`${area} `) ? [`${letters}${name.slice(area.length)}`] : [],
      );
      for (const form of [...turned, ...short])
        if (!exact.has(keyOf(wordsOf(form)))) add(form, { school: null, place });
    }
  }
  const byBones = keysBy(exact, bonesOf);
  const byBarest = keysBy(exact, barestOf);
  const byLength = new Map<number, GazetteerKey[]>();
  for (const key of exact.values()) {
    if (key.key.length < 4) continue;
    byLength.set(key.key.length, [...(byLength.get(key.key.length) ?? []), key]);
  }
  return { exact, byLength, byBones, byBarest, schools: input.schools };
}
