import { splitName } from '../find/children';

const NAME_WORD = /^\p{L}[\p{L}\p{M}'’.-]*$/u;
const NOT_NAME =
  /^(?:refused|unknown|given|not|none|would|wouldn't|year|yr|age|aged|dob|male|female|boy|girl|years|old|school|mum|dad|sister|brother|only|surname|name|no|names)$/i;

/** The names of several children under one label ("Hope Adjei, Will Marsh"); one or none: an empty list. */
export function severalNames(value: string): string[] {
  const bare = value.trim().replace(/^(?:both|all|names?)\s*:?\s+/i, '');
  for (const separator of [
    /\s*;\s*/,
    /\s+\+\s+|\s*\+\s*/,
    /\s*&\s*/,
    /\s+(?:and|n)\s+/i,
    /\s*\/\s*/,
    /\s*,\s*/,
  ]) {
    const rough = bare.split(separator).map((part) => part.trim());
    if (rough.length < 2) continue;
    const parts =
      separator.source.includes('and') || separator.source.includes('&') || separator.source.includes('+')
        ? rough.flatMap((part, i) => (i === 0 && rough.length === 2 ? commaParts(part) : [part]))
        : rough;
    if (parts.some((part) => part === '')) continue;
    const isTurned =
      separator.source.includes(',') && parts.length === 2 && parts.some((part) => !part.includes(' '));
    if (isTurned) continue;
    if (parts.every((part) => isName(part))) return passFamily(parts.map(plainName));
  }
  return [];
}

/** "Mia Hall, Jo Pine and Al Reed": the commas before the "and". */
function commaParts(part: string): string[] {
  const parts = part.split(/\s*,\s*/);
  return parts.length > 1 && parts.every((name) => name.includes(' ') && isName(name)) ? parts : [part];
}

const plainName = (part: string): string =>
  part
    .replace(/\(.*?\)/g, ' ')
    .replace(/^\d\s*[.)]\s*/, '')
    .trim();

function isName(part: string): boolean {
  const words = plainName(part).replace(',', ' ').split(/\s+/);
  return (
    words.length <= 4 &&
    words.every((word) => NAME_WORD.test(word) && !NOT_NAME.test(word)) &&
    words.some((word) => /^\p{Lu}/u.test(word) && word.length > 1)
  );
}

/** "Mia and Ruby Hollis": the family name stands for both (rule 32). */
function passFamily(names: readonly string[]): string[] {
  const { family } = splitName((names.at(-1) ?? '').split(/\s+/));
  if (family.length === 0 || names.slice(0, -1).some((name) => name.includes(' '))) return [...names];
  return names.map((name) => (name.includes(' ') ? name : `${name} ${family.join(' ')}`));
}

type Named = { readonly givenName: string | null; readonly familyName: string | null };

/** What one value says of each of several children: by name, letter or number, by order, or the same of all. */
export function valueForEach(input: {
  value: string;
  children: readonly Named[];
  isList: boolean;
}): (string | null)[] {
  const { value, children, isList } = input;
  const ofAll = /^([^,;/]+),? (?:both|all(?: (?:of them|three|four|3|4))?|each)\.?$/i.exec(value.trim())?.[1];
  if (ofAll) return children.map(() => ofAll);
  const bare = value.replace(/^(?:both|all(?: (?:three|four|3|4))?|each)\s*(?:[-:=]\s*)?/i, '');
  if (bare !== value && !/[;/]/.test(bare)) return children.map(() => bare);
  const byName = segments(value, children);
  if (byName) return byName;
  const separators = isList
    ? [/\s*\/\s*/, /\s*;\s*/, /\s*,\s*/, /\s*&\s*/, /\s*\+\s*/, /\s+and\s+/i, /\s+/]
    : [/\s+\/\s+|\s*;\s*/];
  for (const separator of separators) {
    const parts = value.trim().split(separator);
    if (
      parts.length === children.length &&
      (separator.source !== '\\s+' || parts.every((part) => /^y?\d{1,2}$/i.test(part)))
    )
      return parts;
  }
  return children.map(() => value);
}

/** "Hope Costello, Will Cranbourne", "A + B lunch break, C wouldn't say", "P 10, B 11". */
function segments(value: string, children: readonly Named[]): (string | null)[] | null {
  const initials = children.map(({ givenName }) => givenName?.[0] ?? '');
  const hasInitials = new Set(initials).size === children.length && !initials.includes('');
  const keys = new Map<string, number>();
  const add = (key: string | null | undefined, child: number): void => {
    if (key && !keys.has(key)) keys.set(key, child);
  };
  children.forEach(({ givenName, familyName }, child) => {
    add(givenName?.toLowerCase(), child);
    add(givenName?.split(' ')[0]?.toLowerCase(), child);
    if (familyName && children.filter((other) => other.familyName === familyName).length === 1)
      add(familyName.toLowerCase(), child);
  });
  const words = [...value.matchAll(/[\p{L}\p{M}'’-]+|\d+|[^\s]/gu)];
  type Hit = { child: number; from: number; to: number };
  const find = (keyOf: (word: string, i: number) => number | undefined): Hit[] =>
    words.flatMap((match, i) => {
      const child = keyOf(match[0].replace(/['’]s$/i, ''), i);
      return child === undefined ? [] : [{ child, from: match.index, to: match.index + match[0].length }];
    });
  let hits = find((word) => keys.get(word.toLowerCase()));
  if (hits.length < 2) {
    // "child 1 inhaler review, child 2 has a temperature"
    hits = find((word, i) => {
      const isNumber =
        /^[1-9]$/.test(word) && /^(?:child|kid|pupil|no|number)$/i.test(words[i - 1]?.[0] ?? '');
      return isNumber && Number(word) <= children.length ? Number(word) - 1 : undefined;
    });
  }
  if (hits.length < 2) {
    hits = find((word, i) => {
      const isHead = i === 0 || /^[,;.+&/]$|^and$/i.test(words[i - 1]?.[0] ?? '');
      if (!isHead || !/^[A-H]$/.test(word)) return undefined;
      const byInitial = hasInitials ? initials.indexOf(word) : -1;
      const byLetter = word.charCodeAt(0) - 65;
      const child = byInitial >= 0 ? byInitial : byLetter;
      return child < children.length ? child : undefined;
    });
  }
  if (new Set(hits.map(({ child }) => child)).size < 2) return null;
  const out: (string | null)[] = children.map(() => null);
  let group: number[] = [];
  hits.forEach((hit, k) => {
    group.push(hit.child);
    const next = hits[k + 1];
    const text = value.slice(hit.to, next?.from ?? value.length);
    const said = text
      .replace(/^[\s:=,.()-]+/, '')
      .replace(/[\s;,.(]+$/, '')
      .replace(/\s+and$/i, '')
      .replace(/[\s,;]+(?:child|kid|pupil)$/i, '');
    if (/^(?:|[+&/]|and)$/i.test(said)) return;
    for (const child of group) out[child] = out[child] === null ? said : `${out[child]}, ${said}`;
    group = [];
  });
  return out.every((said) => said === null) ? null : out;
}
