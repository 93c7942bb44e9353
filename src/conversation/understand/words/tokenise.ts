import { isCommonWord, isElsewhere, isFirstName } from '../find/lexicons';
import { allMatches } from './allMatches';
import { cleanText } from './cleanText';
import { isGazetteerForm, textSpeakWord, wordByBones } from './fromTextSpeak';
import { inContext } from './inContext';
import { isDigitWord, isKnownSpelling, isSlashWord, spellOut } from './spellOut';
import type { Token } from './token';

const PIECE =
  /\n|(?<![\p{L}\d])[\p{L}]{1,2}\/(?:exp\b|friend\b|minder\b|mother\b|parents\b|ma\b|out\b|view\b|down\b|[\p{L}]\b)?|(?<![\p{L}\d])(?:[\p{L}]\d+[\p{L}]*|\d[\p{L}]{2,}|sk8\p{L}*|str8|gr8|w8\p{L}*|l8\p{L}*|m8s?|in2|on2|sum1|some1|any1|ny1|ne1|every1|evry1|no1|nxt2)(?![\p{L}\d])|(?<![\p{L}\d.])w\.(?= ?\p{L})|(?:[\p{L}]\.){2,}|\d+(?:[:./-]\d+)+|\d+|[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*'?|[^\s]/gu;

/** Pieces that are one word only if the lexicon knows them ("w/", "b4"); else they are cut further. */
function pieces(text: string, offset: number): { raw: string; start: number }[] {
  const found: { raw: string; start: number }[] = [];
  for (const match of allMatches(PIECE, text)) {
    const raw = match[0];
    const start = match.index + offset;
    const lower = raw.toLowerCase();
    const isMixed = /\d/.test(raw) && /\p{L}/u.test(raw) && !isDigitWord(lower);
    const isUnknownSlash = raw.includes('/') && /\p{L}/u.test(raw) && !isSlashWord(lower);
    if (!isMixed && !isUnknownSlash) {
      found.push({ raw, start });
      continue;
    }
    for (const part of raw.matchAll(/\d+|[\p{L}]+|[^\s]/gu)) {
      found.push({ raw: part[0], start: start + part.index });
    }
  }
  return found;
}

function normOf(raw: string): string {
  const lower = raw.toLowerCase();
  if (lower === 'w.') return 'with';
  if (/^(?:\p{L}\.){2,}$/u.test(lower)) return spellOut(lower.replaceAll('.', ''));
  const bare = lower.length > 1 && lower.endsWith("'") ? lower.slice(0, -1) : lower;
  // A form in capitals of three letters or fewer is a code or somebody's initials.
  const isCode = raw !== lower && raw.length < 4 && raw === raw.toUpperCase();
  const spelt = (isCode ? null : textSpeakWord(bare)) ?? spellOut(bare);
  const isCutShort =
    raw === lower &&
    spelt === bare &&
    /^\p{L}{3,}in$/u.test(bare) &&
    !isCommonWord(bare) &&
    !isFirstName(bare) &&
    isCommonWord(`${bare}g`);
  return isCutShort ? `${bare}g` : spelt;
}

/** The "nd" of "22nd". */
const isOrdinalEnd = (
  before: { raw: string; start: number } | undefined,
  cut: string,
  start: number,
): boolean =>
  before !== undefined &&
  /^(?:st|nd|rd|th)$/i.test(cut) &&
  /^\d+$/.test(before.raw) &&
  before.start + before.raw.length === start;

const NOT_CUT = /^(?:mrs?|pcso|sgt|insp|nhs|cctv|pshe|btw|tbh|omg|lol|nfa|pru|st|gym|shy|rhy.*)$/;

/** An unknown form without vowels, or with some dropped, as the trade's word it stands for. */
function withBones(tokens: readonly Token[]): Token[] {
  return tokens.map((token, i) => {
    const { raw, norm } = token;
    if (norm !== raw || raw.length < 3 || !/^[a-z]+$/.test(raw) || isKnownSpelling(raw)) return token;
    if (NOT_CUT.test(raw) || isFirstName(raw) || isElsewhere(raw) || isGazetteerForm(raw)) return token;
    const isBare = !/[aeiou]/.test(raw) && !(raw.includes('y') && isCommonWord(raw));
    if (!isBare && (raw.length < 4 || isCommonWord(raw))) return token;
    // After a given name it may be the family name, unless it ends as a verb does.
    const isAfterName = isFirstName(tokens[i - 1]?.raw ?? '');
    if (isAfterName && !/[dt]$/.test(raw)) return token;
    const word = wordByBones(raw);
    return word === null ? token : { ...token, norm: word };
  });
}

/** Sounds of thinking in what was dictated. */
const FILLER = /^(?:[Uu]m+|[Ee]rm+|[Uu]h+m?|hmm+)$/;
/** "er one's called ...": thinking aloud, where it is not "her" or "a" cut short. */
const THINKING =
  /(?<=^|[.,?!\n]\s*|\s)er(?=,? (?:i|i've|we|one|it|there|this|so|and|the|a|morning|yes|no|yeah|he|she|they|two|can|what|hello|hi)\b)/giu;
/** "brennan hyphen clarke" as dictated. */
const SPOKEN_HYPHEN = /(?<=\p{L}) hyphen (\p{L}+)/giu;

/** Cuts a message into words, numbers and signs, each with its plain form. */
export function tokenise(text: string): readonly Token[] {
  const plain = cleanText(text)
    .replace(SPOKEN_HYPHEN, (found, word: string) => `-${word}`.padEnd(found.length))
    .replace(THINKING, (found) => ' '.repeat(found.length));
  const cuts = pieces(plain, 0).filter(({ raw }) => !FILLER.test(raw));
  const tokens = cuts.map(({ raw: cut, start }, i) => {
    const raw = cut === '—' ? '-' : cut;
    return {
      raw,
      norm: isOrdinalEnd(cuts[i - 1], cut, start) ? raw.toLowerCase() : normOf(raw),
      start,
      end: start + cut.length,
    };
  });
  return inContext(withBones(tokens));
}
