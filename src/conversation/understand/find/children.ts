import { nonEmptyNorms, normsOf } from '../words/normsOf';
import type { Span, Token } from '../words/token';
import { capitaliseName } from './capitaliseName';
import { editDistance } from './editDistance';
import type { PersonSpan } from './findPeople';
import { isCommonWord, isFirstName, isWordToo } from './lexicons';
import { PARTICLE } from './nameRuns';

/** One child of the message, named or not, with every place where it is spoken of. */
export type Child = {
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** First the mention that introduces the child. */
  readonly mentions: readonly Span[];
};

type Draft = { given: string[]; family: string[]; mentions: Span[] };

/** Last word, with its particles, is the family name; the rest is given (rule 10). */
export function splitName(words: readonly string[]): { given: string[]; family: string[] } {
  if (words.length < 2) return { given: [...words], family: [] };
  let cut = words.length - 1;
  while (cut > 1 && PARTICLE.test((words[cut - 1] ?? '').toLowerCase())) cut -= 1;
  return { given: words.slice(0, cut), family: words.slice(cut) };
}

const lower = (words: readonly string[]): string => words.join(' ').toLowerCase();

const SURNAME_LEAD =
  /(?:surname|family name|last name)(?: only)?(?: offered| given| provided| said)?(?: is| as| of| given as|(?: ,)? (?:which|that) is)? ?[:=,-]?$/;
const GIVEN_LEAD = /(?:first name|forename|given name|christian name)(?: is| as| of| given as)? ?[:=-]?$/;
const SURNAME_AFTER =
  /^(?:[,(-] ?)?(?:that being |that's |that is |which is |being |is |as )?(?:the |his |her |a )?(?:surname|family name|last name|(?:fore|first |given )name (?:refused|not given|withheld|unknown))(?: only)?(?: [,.)]|$| and| no| not(?! (?:given|said|known|provided|disclosed|stated|obtained|shared))| first)/;
const NOT_LEAD = /(?:^|[ ,(])not(?: a)?$/;
const FAMILY_NOUN = /^(?:family|brothers?|sisters?|twins|siblings|kids|children|boys|girls|lads|triplets)$/;

/** Children named in the message, in order; later namings of the same child are its mentions. */
export function namedChildren(
  tokens: readonly Token[],
  people: readonly PersonSpan[],
  /** Tokens that name a school or place: no child's family name said again ("Mia Costello ... Y9 Costello"). */
  gazetteerAt: ReadonlySet<number> = new Set(),
): Child[] {
  const drafts: Draft[] = [];
  let sharedFamily: readonly string[] = [];
  for (const person of people) {
    if (person.role !== 'child') continue;
    const lead = normsOf(tokens, person.from - 4, person.from);
    const span = { from: person.from, to: person.to };
    const known = sameChild(drafts, person);
    if (known) {
      known.mentions.push(span);
      continue;
    }
    const previous = drafts.at(-1);
    const since = previous?.mentions.at(-1)?.to ?? 0;
    const between = normsOf(tokens, since, person.from);
    const given = person.words[0]?.toLowerCase() ?? '';
    // "Allan, sorry Hallam, Hallam Birtwhistle": the name put right, then said in full.
    const isSaidInFull =
      previous !== undefined &&
      previous.family.length === 0 &&
      person.words.length > 1 &&
      /^[\p{L}-]+$/u.test(given) &&
      new RegExp(`^(?:[ ,.-])*(?:no|sorry|correction|i mean|rather)(?:[ ,.-])+${given}(?:[ ,.-])*$`).test(
        between,
      );
    if (previous && isSaidInFull) {
      Object.assign(previous, splitName(person.words), { mentions: [...previous.mentions, span] });
      continue;
    }
    if (
      previous &&
      /^(?:[ ,.()?!-]|\b(?:no|sorry|wait|correction|hang on|hold on|i mean|i meant|actually|make that|rather|scrub that|scrap that|or|is it|should be|not|it's|that should be|tell a lie|i tell a lie|my mistake|apologies|oops|um|er|erm|name is|his name is|her name is|then|admitted|its|really|turned out to be)\b)+$/.test(
        between,
      ) &&
      /\b(?:correction|sorry|i mean|i meant|make that|scrub|scrap|actually|rather|should be|wait|no|hang on|hold on|tell a lie|my mistake|apologies|oops|admitted|turned out to be)\b/.test(
        between,
      )
    ) {
      Object.assign(previous, corrected(previous, person.words), { mentions: [...previous.mentions, span] });
      continue;
    }
    // "Ethan Croft 13, sorry, Ethan CROFTS 13": the same given name with the family name put right.
    const isPutRight =
      previous !== undefined &&
      person.words.length > 1 &&
      lower(person.words.slice(0, 1)) === lower(previous.given.slice(0, 1)) &&
      lower(person.words.slice(-1)) !== lower(previous.family) &&
      between.split(' ').length < 7 &&
      /\b(?:correction|sorry|i mean|i meant|make that|should be|no wait|rather)\b/.test(between);
    if (previous && isPutRight) {
      Object.assign(previous, splitName(person.words), { mentions: [...previous.mentions, span] });
      continue;
    }
    const after = nonEmptyNorms(tokens, person.to, person.to + 5);
    if (
      previous &&
      /^[ ,.-]*$/.test(between) &&
      /^(?:[,-] )?(?:i should say|i should have said|i mean|i meant|sorry|that should be|correction)(?: |$)/.test(
        after,
      )
    ) {
      Object.assign(previous, corrected(previous, person.words), { mentions: [...previous.mentions, span] });
      continue;
    }
    const isAfterCorrection =
      previous !== undefined &&
      previous.family.length === 0 &&
      previous.mentions.length > 1 &&
      between === ',' &&
      person.words.length === 1 &&
      !isFirstName(person.words[0] ?? '');
    if (previous && isAfterCorrection) {
      // "Maddie, sorry Madison, Crouch 13"
      Object.assign(previous, { family: [...person.words], mentions: [...previous.mentions, span] });
      continue;
    }
    const isNamePart = GIVEN_LEAD.test(lead) || /(?:^|[ ,;.])names?(?: is)? ?[:=-]?$/.test(lead);
    if (previous && previous.given.length === 0 && isNamePart && person.from - since < 8) {
      Object.assign(previous, { given: [...person.words], mentions: [...previous.mentions, span] });
      continue;
    }
    if (
      previous &&
      previous.family.length === 0 &&
      SURNAME_LEAD.test(lead) &&
      person.from - since < 8 &&
      !/(?:no|not|without) (?:surname|family name|last name)/.test(lead)
    ) {
      Object.assign(previous, { family: [...person.words], mentions: [...previous.mentions, span] });
      continue;
    }
    if (NOT_LEAD.test(lead) || person.isPossessive) continue;
    const next = tokens[person.to]?.norm ?? '';
    if (
      previous &&
      previous.family.length === 0 &&
      person.words.length === 1 &&
      isSharedTail(tokens, since, person.from)
    ) {
      for (const draft of drafts) if (draft.family.length === 0) draft.family = [...person.words];
      continue;
    }
    const isFamilyHead =
      /(?:brothers|sisters|siblings|kids|children|family|twins|boys|girls|lads|sibs)(?: ,| :| -| called| named| the|\()*$/.test(
        lead,
      ) &&
      next === ':' &&
      splitName(['x', ...person.words]).given.length === 1;
    if (isFamilyHead) {
      sharedFamily = person.words;
      continue;
    }
    if (
      FAMILY_NOUN.test(next) &&
      /(?:^| )(?:the|those|these|of|\d)(?: \d| young| little| lovely)?$/.test(lead) &&
      person.words.length === 1
    ) {
      sharedFamily = person.words;
      continue;
    }
    const isFamilyOnly = SURNAME_LEAD.test(lead) || (person.words.length === 1 && SURNAME_AFTER.test(after));
    // "The Doran children, Margaret and John Paul": two given names under the family's.
    const isDouble = sharedFamily.length > 0 && person.words.length === 2 && person.words.every(isFirstName);
    const name = isDouble
      ? { given: [...person.words], family: [] }
      : isFamilyOnly
        ? { given: [], family: [...person.words] }
        : splitName(person.words);
    drafts.push({ ...name, mentions: [span] });
  }
  passFamilyBack({ drafts, tokens });
  for (const draft of drafts) if (draft.family.length === 0) draft.family = [...sharedFamily];
  addMentions({ drafts, tokens, people, gazetteerAt });
  return drafts.map(({ given, family, mentions }) => ({
    givenName: capitaliseName(given),
    familyName: capitaliseName(family),
    mentions: [...mentions].sort((a, b) => a.from - b.from),
  }));
}

/** "Ahmed (10) and Bilal (8) Hussain", "Ben 13 and Joe 10, all Carter": a family name after all of them. */
function isSharedTail(tokens: readonly Token[], since: number, at: number): boolean {
  const words = tokens.slice(since, at).map((token) => token.raw);
  const isBracket = words[0] === '(' && words.at(-1) === ')' && words.indexOf(')') === words.length - 1;
  return (
    isBracket ||
    (words.length < 9 &&
      /^(?:both|all|all three|all called)$/i.test(words.slice(-1).join(' ')) &&
      words.includes(','))
  );
}

/** "Carys Reece - sorry, Rhys": one word corrects the name it is most like. */
function corrected(previous: Draft, words: readonly string[]): { given: string[]; family: string[] } {
  const [word = ''] = words;
  if (words.length !== 1 || previous.family.length === 0) return splitName(words);
  const initial = word[0]?.toLowerCase();
  const isLikeFamily = initial === lower(previous.family)[0];
  if (isLikeFamily !== (initial === lower(previous.given)[0]))
    return isLikeFamily
      ? { given: previous.given, family: [word] }
      : { given: [word], family: previous.family };
  const likeness = (other: readonly string[]): number => editDistance(word.toLowerCase(), lower(other), 9);
  return likeness(previous.family) < likeness(previous.given)
    ? { given: previous.given, family: [word] }
    : { given: [word], family: previous.family };
}

function sameChild(drafts: readonly Draft[], person: PersonSpan): Draft | null {
  const { given, family } = splitName(person.words);
  for (const draft of drafts) {
    const isGiven = given.length > 0 && lower(given) === lower(draft.given);
    if (person.words.length === 1) {
      const word = lower(person.words);
      if (
        word === lower(draft.given) ||
        word === lower(draft.family) ||
        word === lower(draft.given.slice(0, 1)) ||
        // "emily-jo parr ... emily": the first part of a double name.
        (draft.family.length > 0 && word === lower(draft.given).split('-')[0])
      )
        return draft;
      continue;
    }
    if (isGiven && lower(family) === lower(draft.family)) return draft;
    if (isGiven && draft.family.length === 0) {
      draft.family = [...family];
      return draft;
    }
  }
  return null;
}

/** "Mia and Ruby Hollis": the family name stands for both (rule 32). */
function passFamilyBack(input: { drafts: Draft[]; tokens: readonly Token[] }): void {
  const { drafts, tokens } = input;
  for (let i = drafts.length - 2; i >= 0; i--) {
    const draft = drafts[i];
    const next = drafts[i + 1];
    const end = draft?.mentions[0]?.to;
    const start = next?.mentions[0]?.from;
    if (
      !draft ||
      !next ||
      end === undefined ||
      start === undefined ||
      draft.family.length > 0 ||
      draft.given.length === 0
    )
      continue;
    const between = normsOf(tokens, end, start);
    const isList = between === ',' && drafts.length > i + 2;
    if (
      !/^(?:and|\/|, and|plus|and (?:his|her) (?:(?:little|big|older|younger|twin) )?(?:brother|sister|twin))$/.test(
        between,
      ) &&
      !isList
    )
      continue;
    if (/his|her/.test(between)) continue;
    draft.family = [...next.family];
  }
}

function addMentions(input: {
  drafts: readonly Draft[];
  tokens: readonly Token[];
  people: readonly PersonSpan[];
  gazetteerAt: ReadonlySet<number>;
}): void {
  const { drafts, tokens, people, gazetteerAt } = input;
  const inPerson = new Set(people.flatMap(({ from, to }) => range(from, to)));
  tokens.forEach((token, index) => {
    if (inPerson.has(index) || gazetteerAt.has(index)) return;
    // "ebonys mum": the apostrophe left out.
    const isOwning =
      /^\p{Ll}{3,}s$/u.test(token.raw) &&
      /^(?:mum|dad|nan|gran|mother|father|sister|brother|auntie|uncle|mate|aunt|grandad|grandma)$/.test(
        tokens[index + 1]?.norm ?? '',
      );
    const word = token.raw.toLowerCase().replace(isOwning ? /s$/ : /'s?$/, '');
    if (word.length < 2) return;
    const isSmallWord =
      !/^\p{Lu}/u.test(token.raw) && (isWordToo(word) || isCommonWord(word)) && !token.raw.endsWith("'s");
    if (isSmallWord) return;
    const owners = drafts.filter(
      (draft) =>
        (draft.mentions[0]?.from ?? 0) < index &&
        (word === lower(draft.given) ||
          word === lower(draft.given.slice(0, 1)) ||
          word === lower(draft.family)),
    );
    const owner = owners.length === 1 ? owners[0] : undefined;
    owner?.mentions.push({ from: index, to: index + 1 });
    // "Quigleys say their mam's poorly": all of that name.
    const isPlural = /^\p{Lu}\p{L}+s$/u.test(token.raw);
    const family = isPlural
      ? drafts.filter(
          (draft) =>
            (draft.mentions[0]?.from ?? 0) < index &&
            lower(draft.family) === token.raw.slice(0, -1).toLowerCase(),
        )
      : [];
    if (family.length > 1) for (const draft of family) draft.mentions.push({ from: index, to: index + 1 });
  });
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);
