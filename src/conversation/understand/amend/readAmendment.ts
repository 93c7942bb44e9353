import type { Intent } from '../../../domain/encounterTerms';
import { chooseOutcome } from '../assign/choose';
import { outcomeFacts } from '../assign/outcomeFacts';
import { isUnderWay } from '../assign/underWay';
import { type Analysis, analyse } from '../find/analyse';
import type { GazetteerIndex } from '../find/gazetteerIndex';
import { classifyIntent } from '../intent/classifyIntent';
import type { Amendment, EncounterFields, FieldName } from '../reading';
import { amendmentTarget } from './amendmentTarget';
import { hasLeftover } from './hasLeftover';
import { isAnotherChild } from './isAnotherChild';
import { namesSaid } from './namesSaid';
import { removalSaid } from './removalSaid';
import { swapSaid } from './swapSaid';
import { CUE, valuesSaid } from './valuesSaid';

const LONGEST = 24;
/** Greetings and what the officers do themselves: nothing about a child. */
const CHAT =
  /^(?:good )?(?:morning|afternoon|evening|night|day)(?: (?:all|everyone|team|both|!|\.))*$|^(?:off|going|gone|away|heading|popping|nipping|out|on|at) (?:(?:to|for|on|out|in|off|over) )*(?:(?:my|a|the|our) )?(?:lunch|dinner|break|tea|coffee|brew|toilet|loo)/;
/** What is said of the officers themselves; with a child on the way it is said of the child too. */
const OWN_DOINGS =
  /(?<!\S)(?:i'm|i am|we're|we are|i'll|we'll|im|i need|we need|i want|i have to|we have to|i've got to|i left|i lost|my (?!mistake|bad|error|fault|apolog)\S+|our)(?!\S)/;
/** Messages that ask the bot for something. */
const ASKING = new Set<Intent>(['find_child', 'help', 'list_visits', 'briefing']);
const SHARED = new Set<FieldName>([
  'place',
  'occurredAt',
  'companion',
  'claimedReason',
  'outcome',
  'schoolContacted',
  'school',
  'yearGroup',
]);
/** Reads a short correction of a draft ("13 not 14"); null where it is a new encounter, a question or chat. */
export function readAmendment(input: {
  sentAt: string;
  text: string;
  children: readonly EncounterFields[];
  index: GazetteerIndex;
}): Amendment | null {
  const { sentAt, text, children, index } = input;
  const analysis = analyse({ text, index });
  const words = analysis.tokens.map((token) => token.norm).filter((word) => word !== '');
  if (children.length === 0 || words.length === 0 || words.length > LONGEST || text.includes('?'))
    return null;
  const plain = words.join(' ');
  const removal = removalSaid(plain);
  if (CHAT.test(plain) || isAnotherChild({ analysis, children })) return null;
  const target = amendmentTarget({ words, children });
  if (target === 'outside') return null;
  if (removal)
    return {
      changes: [
        {
          childIndex: target?.childIndex ?? (children.length === 1 ? 0 : 'all'),
          field: removal,
          value: null,
        },
      ],
      fit: 'clear',
      uncertain: [],
      underWay: false,
    };
  const swap = swapSaid({ children, sentAt, text, index });
  if (swap === 'misfit') return null;
  if (swap) return swap;
  const names = namesSaid(analysis, children);
  if (names === 'stranger') return null;
  const underWay = isOnTheWay(analysis);
  if (OWN_DOINGS.test(plain) && !underWay) return null;
  const isVisit = /(?<!\S)(?:visits?|v \d+|hv|briefing|home visits?)(?!\S)/.test(plain);
  const intent = classifyIntent(analysis);
  const isWhole = intent === 'log_encounter' && words.length > 14 && analysis.children.length > 0;
  if (isVisit || isWhole || ASKING.has(intent)) return null;
  const said = [...names, ...valuesSaid({ analysis, sentAt, plain })];
  if (said.length === 0 || hasLeftover({ analysis, children, names: names.length > 0 })) return null;
  const hasCue = CUE.test(plain);
  const changes = said.map(({ field, value }) => ({
    childIndex: whom({ field, target: target?.childIndex ?? null, children }),
    field,
    value,
  }));
  const isClear = hasCue || target !== null || said.some(({ isNamed }) => isNamed);
  return {
    changes,
    fit: isClear ? 'clear' : 'weak',
    uncertain: said.filter(({ isFuzzy }) => isFuzzy).map(({ field }) => field),
    underWay,
  };
}

function isOnTheWay(analysis: Analysis): boolean {
  const outcomes = outcomeFacts(analysis);
  return isUnderWay(analysis, outcomes, chooseOutcome(outcomes));
}

function whom(input: {
  field: FieldName;
  target: number | 'all' | null;
  children: readonly EncounterFields[];
}): number | 'all' {
  const { field, target, children } = input;
  if (target !== null) return target;
  if (children.length === 1) return 0;
  return SHARED.has(field) ? 'all' : children.length - 1;
}
