import { numberWord } from './numbers';
import type { Token } from './token';

const withNorm = (token: Token, norm: string): Token => ({ ...token, norm });

/** "twenty five" is 25, "two thousand and eleven" is 2011; the words after the first become empty. */
function joinNumbers(tokens: readonly Token[]): Token[] {
  const out = [...tokens];
  for (let i = 0; i < out.length; i++) {
    const token = out[i];
    if (!token) continue;
    const parts = token.norm.split('-');
    const plural = /^(sixes|sevens|eights|nines|tens|elevens)$/.test(token.norm);
    if (plural && /^(?:year|your)$/.test(out[i - 1]?.norm ?? '')) {
      // "three year tens": their year, said of each.
      out[i] = withNorm(
        token,
        `${numberWord(token.norm.replace(/e?s$/, '')) ?? numberWord(token.norm.slice(0, -1)) ?? ''}s`,
      );
      continue;
    }
    const owned = /^(\p{L}+)'s$/u.exec(token.norm)?.[1];
    const isOwnNumber =
      owned !== undefined && owned !== 'one' && /^(?:number|visit|v)$/.test(out[i - 1]?.norm ?? '');
    const first = numberWord(isOwnNumber ? owned : (parts[0] ?? ''));
    if (isOwnNumber && first !== null) {
      // "number four's done"
      out[i] = withNorm(token, `${first}`);
      continue;
    }
    if (first === null) continue;
    const hyphenUnit = parts.length === 2 ? numberWord(parts[1] ?? '') : null;
    if (parts.length > 1) {
      if (hyphenUnit !== null && first >= 20 && hyphenUnit < 10)
        out[i] = withNorm(token, `${first + hyphenUnit}`);
      if (parts.length === 2 && parts[1] === 'ish') out[i] = withNorm(token, `${first} ish`);
      continue;
    }
    const next = out[i + 1];
    const year = next?.norm === 'thousand' ? thousands(out, i) : null;
    if (year) {
      out[i] = withNorm(token, `${year.value}`);
      for (let j = i + 1; j <= year.last; j++) out[j] = withNorm(out[j] ?? token, '');
      continue;
    }
    const unit = next ? numberWord(next.norm) : null;
    if (first >= 20 && unit !== null && unit > 0 && unit < 10 && next) {
      out[i] = withNorm(token, `${first + unit}`);
      out[i + 1] = withNorm(next, '');
      continue;
    }
    if (first === 20 && unit !== null && unit >= 10 && unit < 20 && next) {
      out[i] = withNorm(token, `20${unit}`);
      out[i + 1] = withNorm(next, '');
      continue;
    }
    // "one" is a pronoun as often as a number; the time grammar reads it as it stands.
    if (first !== 1) out[i] = withNorm(token, `${first}`);
  }
  return out;
}

function thousands(tokens: readonly Token[], at: number): { value: number; last: number } | null {
  if (numberWord(tokens[at]?.norm ?? '') !== 2) return null;
  const hasAnd = tokens[at + 2]?.norm === 'and';
  const rest = numberWord(tokens[at + (hasAnd ? 3 : 2)]?.norm ?? '');
  if (rest === null) return { value: 2000, last: at + 1 };
  return { value: 2000 + rest, last: at + (hasAnd ? 3 : 2) };
}

const BEFORE_TO =
  /^(?:the|a|his|her|their|my|school|home|pool|me|you|u|do|go|goin|going|see|get|be|spk|speak|say|tell|talk|dad|mum|nan|work|town|class|college|collect|check|come|have|with|move|visit|play|find|meet|take|pick|london|reading)$/;
const NUMBER_HEAD =
  /^(?:#|give|hand|do|sweep|crew|unit|team|car|section|pair|hv|home visit|year|y|yr|age|aged|visit|number|no|is|of|by|about|at|past|to|until|before|after|from|patrol|was|turned|v|half|quarter|gone|ish|with|and|,|\.|\(|:|-|\n|)$/;

const AFTER_HIM = /^(?:back|off|to|in|on|over|into|inside|out|home|with|at|if|why|for)$/;

/** "hr", "hm", "wnt", "y", "b", "da": forms that stand for two words, by what is beside them. */
function eitherWord(tokens: readonly Token[], i: number): string | null {
  const token = tokens[i];
  const raw = token?.raw ?? '';
  if (raw !== raw.toLowerCase()) return null;
  const before = tokens[i - 1]?.norm ?? '';
  const after = tokens[i + 1]?.norm ?? '';
  switch (raw) {
    case 'hr': {
      const isFor =
        tokens[i - 1]?.raw === '4' &&
        /^(?:came|come|coming|waiting|here|there|back)$/.test(tokens[i - 2]?.norm ?? '');
      const isHour =
        /^(?:\d.*|half|an?|one|per|every|last|past|this|rush|happy|quarter|couple)$/.test(before) ||
        after === 'ago';
      const isHers =
        /^(?:mum|dad|nan|gran|mother|father|mate|mates|friend|friends|sister|brother|auntie|uncle|name|own|back|home|off)$/.test(
          after,
        );
      return isHour && !isFor && !isHers ? 'hour' : 'her';
    }
    case 'hrs':
      return /^(?:\d.*|[:.])$/.test(before) ? null : 'hours';
    case 'hm':
      if (
        /^(?:with|let|told|gave|give|saw|met|left|stopped|asked|of|off|for|by|advised|know|seen|found)$/.test(
          before,
        )
      )
        return 'him';
      return AFTER_HIM.test(after) &&
        /^(?:took|take|walked|walk|drove|sent|brought|dropped|handed|rang)$/.test(before)
        ? 'him'
        : 'home';
    case 'wnt':
      return /^(?:say|tell|give|be|go|talk|speak|stop|engage|name)$/.test(after) && !/^(?:to|2)$/.test(after)
        ? "won't"
        : after === 'to' || tokens[i + 1]?.raw === '2'
          ? /^(?:say|give|tell|be|talk)$/.test(tokens[i + 2]?.norm ?? '')
            ? 'want'
            : 'went'
          : 'went';
    case 'hs':
      return /^(?:mum|dad|nan|mate|mates|brother|sister|gran|mother|father|uncle|school|own|way|name|shoes)$/.test(
        after,
      )
        ? 'his'
        : 'has';
    case 'y':
      return /^(?:say|said|tell|told|know|reason|ask|asked|explain)$/.test(before) && !/^\d/.test(after)
        ? 'why'
        : null;
    case 'b':
      return /^(?:to|will|can|should|must|might|could|would|won't|shouldn't|couldn't|can't|wouldn't)$/.test(
        before,
      )
        ? 'be'
        : null;
    case 'cuz':
      return /^(?:his|her|their|my|a|the|little|big|older|younger|with|and)$/.test(before) ? 'cousin' : null;
    case 'wk':
      return /^(?:next|last|this|all|the|every|per|a|all|nxt|lst|whole|each|in|\d)$/.test(before)
        ? 'week'
        : null;
    case 'er':
      return /^(?:on|drove|took|walked|told|let|sent|gave|with|left|asked|saw|met|brought|all|to|of)$/.test(
        before,
      ) || /^(?:mum|dad|nan|lunch|own|mate|mates|name)$/.test(after)
        ? 'her'
        : null;
    case 'da':
      if (/^(?:|[.,!\n])$/.test(before)) return 'the';
      return /^(?:school|bus|park|shops|shop|station|van|car|dentist|doctors|doctor|mall|malls|town|police|hospital|library|train|road|house|way|day|head|office|list|morning|afternoon|lot)$/.test(
        after,
      )
        ? 'the'
        : null;
    case 'hd':
      return /^(?:the|his|her|their)$/.test(before) ? 'head' : null;
    case 'nw':
      return /^(?:[.,!\n]|)$/.test(after) ? 'now' : null;
    case 'rly':
      return /^(?:station|stn|sta)$/.test(after) ? null : 'really';
    case 'sn':
      return /^(?:anyone|anybody|we|been|have|has|u|you|ever)$/.test(before) ? 'seen' : null;
    case 'lst':
      return after === 'of' || /^(?:visit|visits|my|full|whole)$/.test(before) ? 'list' : null;
    case 'gve':
      return /^(?:to|can|someone|please|will|you|2|wouldn't|didn't|won't|don't|not)$/.test(before)
        ? 'give'
        : null;
    case 'ill':
      return /^(?:take|do|have|grab|get|go|pop|pick|cover|be|ring|call|come)$/.test(after) &&
        /^(?:|[.,!\n]|ok|yeah|yes|right)$/.test(before)
        ? "i'll"
        : null;
    case 'tk':
      return /^(?:was|were|been|got|being|is)$/.test(before) ? 'taken' : null;
    case 'd':
      return /^(?:school|bus|park|shops|shop|station|van|car|dentist|doctors|doctor|mall|malls|town|police|hospital|library|train|road|house)$/.test(
        after,
      )
        ? 'the'
        : null;
    default:
      return null;
  }
}

/** "the 3rd 1", "n 1 y9 who ran": a child, not a number. */
const isPronoun = (before: string, after: string): boolean =>
  /^(?:[23]rd|2nd|rd|nd|third|second|other|another|little|this|that|last|nameless|unnamed|young|older|younger)$/.test(
    before,
  ) ||
  (/^(?:and|plus|&|\+|,)$/.test(before) &&
    /^(?:year|y|y\d+|who|whose|wouldn't|refused|unnamed|other|lad|girl|boy)$/.test(after));

/** "3rd lad legged it", cut into "3" and "rd": one word, where it stands for a child. */
function ordinalOf(tokens: readonly Token[], at: number): string | null {
  const isEnd = (token: Token | undefined, digit: Token | undefined): boolean =>
    token !== undefined &&
    digit !== undefined &&
    token.start === digit.end &&
    /^(?:st|nd|rd|th)$/i.test(token.raw);
  const stands = (token: Token | undefined): boolean =>
    /^(?:lad|girl|boy|one|child|pupil|kid|male|female|says?|said|ran|no|wouldn't|refused|legged|was|had|gave|says|1)$/.test(
      token?.norm ?? '',
    );
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (/^[1-5]$/.test(token?.raw ?? '') && isEnd(next, token) && stands(tokens[at + 2]))
    return ['first', 'second', 'third', 'fourth', 'fifth'][Number(token?.raw) - 1] ?? null;
  const before = tokens[at - 1];
  return isEnd(token, before) && /^[1-5]$/.test(before?.raw ?? '') && stands(next) ? '' : null;
}

/** "2" and "4" as words, "your ten" as a school year, "Y9" and "Yr" as year. */
export function inContext(tokens: readonly Token[]): readonly Token[] {
  const plain = tokens.map((token, i) => {
    const word = eitherWord(tokens, i);
    return word === null ? token : withNorm(token, word);
  });
  const read = joinNumbers(plain);
  return read.map((token, i) => {
    const before = read[i - 1]?.norm ?? '';
    const after = read[i + 1]?.norm ?? '';
    const ordinal = ordinalOf(read, i);
    if (ordinal !== null) return withNorm(token, ordinal);
    if (token.norm === 'your' && /^\d{1,2}$/.test(after) && Number(after) <= 13)
      return withNorm(token, 'year');
    if (
      token.norm === 'your' &&
      after === 'one' &&
      /^(?:and|at|in|,|school)$/.test(read[i + 2]?.norm ?? '')
    ) {
      return withNorm(token, 'year');
    }
    // "he goes 'mum knows'"
    if (/^(?:goes|went|was like|like)$/.test(token.norm) && /^['"\u201c\u2018]$/.test(read[i + 1]?.raw ?? ''))
      return withNorm(token, 'says');
    if (token.norm === 'y' && /^(?:\d{1,2}|r|-|=|:)$/.test(after)) return withNorm(token, 'year');
    if (token.norm === 'y' && /\p{L}/u.test(after) && before !== '') return withNorm(token, 'why');
    if (token.raw === '1' && isPronoun(before, after)) return withNorm(token, 'one');
    if (token.raw === '2' && BEFORE_TO.test(after) && !NUMBER_HEAD.test(before)) return withNorm(token, 'to');
    if (
      token.raw === '2' &&
      /^(?:refused|refusing|off|going|went|back|returned|had|has|have|tried|wants?|want|got|way|walked|driven|taken|took|drove|sent|home|over|round|needs?|able|supposed|allowed|due|goes|him|her|it|talking|spoke|according|return|up|down|next|close|trying|heading|running|ran|used|happened)$/.test(
        before,
      )
    ) {
      return /^(?:of|others?|mates?|friends|lads|girls|boys|kids|more|brothers|sisters|cousins|children|other|little|younger|weeks|days|months|minutes|hours?|years?|times|[.,;]|\n)$/.test(
        after,
      )
        ? token
        : withNorm(token, 'to');
    }
    const isOrdinal = /^(?:st|nd|rd|th)$/i.test(read[i + 1]?.raw ?? '') && read[i + 1]?.start === token.end;
    if (token.raw === '4' && (before === 'all' || isOrdinal)) return token;
    if (token.raw === '4' && /\p{L}/u.test(after) && !NUMBER_HEAD.test(before)) {
      return /^(?:of|mates|friends|lads|girls|boys|kids|year|more|others?|in|at|with|and|stopped|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*)$/.test(
        after,
      )
        ? token
        : withNorm(token, 'for');
    }
    if (token.raw === '2' && /^(?:quarter|[1-5]?\d)$/.test(before) && /^\d{1,2}$/.test(after))
      return withNorm(token, 'to');
    if (token.norm === 'hv') {
      const isVisit =
        token.raw === 'HV' || /^(?:\d+|number|no|on|at|#|done|in|for|to|list|lists|\.|$)$/.test(after);
      return withNorm(token, isVisit ? 'home visit' : 'have');
    }
    if (token.norm === 'no' && after === '.' && /^\d/.test(read[i + 2]?.norm ?? ''))
      return withNorm(token, 'number');
    return token;
  });
}
