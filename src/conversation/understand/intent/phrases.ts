import intents from '../lexicon/intents.json';

type Kind = keyof typeof intents;

/**
 * One pattern of whole words for the phrasings of a kind. Only tested, never captured: a trailing "and whatever
 * follows" is cut, so that the search ends at the first find.
 */
const compile = (kind: Kind): RegExp =>
  new RegExp(
    `(?<!\\S)(?:${intents[kind].map((source) => source.replace(/(?:\(\?: \\S\+\)[*])+$/, '')).join('|')})(?!\\S)`,
  );

const whole = (kind: Kind): RegExp => new RegExp(`^(?:${intents[kind].join('|')})$`);

/** The phrasings of `lexicon/intents.json`, ready to test on the plain text of a message. */
export const phrases = {
  help: compile('help'),
  helpOnly: whole('helpOnly'),
  briefing: compile('briefing'),
  briefingAsk: compile('briefingAsk'),
  briefingOther: compile('briefingOther'),
  listAsk: compile('listAsk'),
  listOnly: whole('listOnly'),
  visitWord: compile('visitWord'),
  result: compile('result'),
  release: compile('release'),
  strongClaim: compile('strongClaim'),
  hazard: compile('hazard'),
  visitQuestion: compile('visitQuestion'),
  onTheWay: compile('onTheWay'),
  thanks: compile('thanks'),
  find: compile('find'),
  findOther: compile('findOther'),
  met: compile('met'),
  other: compile('other'),
} as const;
