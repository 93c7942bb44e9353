import type { Analysis } from '../find/analyse';
import type { Child } from '../find/children';

const NOUN =
  /^(?:boys?|girls?|lads?|lass|lasses|males?|females?|youths?|teenagers?|teens?|kids?|child|children|pupils?|students?|juveniles?|one|youngsters?|male|female)$/;

/**
 * Children of an encounter that names none ("lad 13 costello", "two girls y9 costello at the malls"): as many as the
 * message counts, else one.
 */
export function impliedChildren(analysis: Analysis): readonly Child[] {
  const { tokens } = analysis;
  const at = tokens.findIndex(({ norm }) => NOUN.test(norm));
  const counted = /^[2-6]$/.exec(tokens[at - 1]?.norm ?? '') ?? /^[2-6]$/.exec(tokens[at - 2]?.norm ?? '');
  const isPlural = /(?:s|children)$/.test(tokens[at]?.norm ?? '');
  const count = isPlural && counted ? Number(counted[0]) : 1;
  const from = Math.max(0, at);
  return Array.from({ length: count }, (_, i) => ({
    givenName: null,
    familyName: null,
    mentions: [{ from: Math.max(0, from - count + 1 + i), to: Math.max(1, from - count + 2 + i) }],
  }));
}
