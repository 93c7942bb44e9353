import { type Analysis, analyse } from '../find/analyse';
import type { GazetteerIndex } from '../find/gazetteerIndex';
import type { EncounterReading } from '../reading';
import { chooseCompanion, chooseReason } from './choose';
import { companionsIn } from './companions';
import { reasonsIn } from './reasonFacts';
import { withoutSchoolsWords } from './schoolsWords';

/** A value of a form, read by itself. */
export type Plain = { analysis: Analysis; norm: string; masked: string };

export function plainOf(value: string, index: GazetteerIndex): Plain {
  const analysis = analyse({ text: value, index });
  return { analysis, norm: analysis.scan.text, masked: analysis.masked.text };
}

/** Who was with the child, as a form says it. */
export function companionOf(plain: Plain, value: string): EncounterReading['companion'] {
  const text = /^\s*n\b[. ]*$/i.test(value) ? 'no' : plain.norm;
  // "N (2 pals)", "school party? no - nanny": the answer, then who it was instead.
  const instead = /(?:^|\? ?)(?:no?|and)(?: ?[-,;(]+ ?)(?=[a-z\d])(.+)$/.exec(plain.norm)?.[1];
  const other = instead && chooseCompanion(companionsIn(`with ${instead.replace(/[()]/g, ' ').trim()}`));
  if (other) return other;
  if (
    /^(?:no|none|nobody|no one|n|alone|nil|not accompanied|no adult|self|himself|herself|-)(?: adult| adults| one)?(?: .*)?$/.test(
      text,
    )
  ) {
    return (
      chooseCompanion(companionsIn(`with ${text.replace(/^(?:no|none|n|nil)\b(?: adults?)?/, '')}`)) ??
      'alone'
    );
  }
  const rest = text
    .replace(/^(?:yes|y)(?: ?[,:-])* ?/, '')
    .replace(/(?<!\S)(?:adult|accompanied by|with)(?: ?[:-])? /g, '');
  return (
    chooseCompanion(companionsIn(`with ${rest}`)) ??
    chooseCompanion(companionsIn(`with the ${rest.replace(/[()]/g, 'and')}`))
  );
}

/** The reason as a form says it; words of no class are another reason. */
export function reasonOf(plain: Plain): EncounterReading['claimedReason'] {
  const norm = plain.norm.replace(/[ ._-]+$/, '').trim();
  if (/^(?:notknown|notapplicable|tbc|not asked|unknown|\?|-|not recorded|)$/.test(norm)) return null;
  if (
    /^(?:none|no|nil|refused|none given|no reason|not given|wouldn't say|would not say|won't say|declined|none offered|no comment|shrugged|not stated|no reason given|n)(?: ?[.(].*| to say.*| given.*| stated.*| offered.*| at all.*| reason.*)?$/.test(
      norm,
    )
  )
    return 'none_given';
  const found = chooseReason(
    reasonsIn(withoutSchoolsWords(plain.masked)).filter(({ value }) => value !== 'other'),
  );
  return found ?? (norm === '' ? null : 'other');
}

/** "School: rung 11.05" on a form that has named the school: whether it was told, not which it is. */
export const saysWhetherTold = (value: string): boolean =>
  /^(?:(?:both|all|also|already|now|we|i|been|both|was|were|has been|have been|not|not yet|yet to be|to be|will be|only) )*(?:rung|rang|ring|told|phoned|ph'?d|called|tried|contacted|informed|emailed|messaged|aware|notified|confirm\w*|says?|said|spoke|spoken|tel'?d|checked|updated|knows?|advised|yes|y|no|n|not yet|left (?:a )?(?:msg|message|voicemail|vm))(?![\p{L}'])/iu.test(
    value.trim(),
  ) ||
  /^(?:mum|mother|dad|father|nan|gran|parents?|carer|aunt|uncle)\b.*\b(?:emailed|rang|rung|told|phoned|called|texted)\b/i.test(
    value.trim(),
  );

/** "dad emailed them last night", "Aldworth say not suspended": told or quoted, by whomever (rule 30). */
const TOLD_BY =
  /^(?:\S+ ){0,4}(?:emailed|told|rang|rung|phoned|called|informed|messaged|texted|notified|says?|said|confirms?|confirmed|states?|aware)(?!\S)/;
const NOT_TOLD =
  /(?<!\S)(?:not|no|will|to|needs?|can't|cannot|didn't|hasn't|haven't|never|nobody|later|tbc|please)(?!\S)/;

/** Whether the school was told. */
export function isYes(norm: string): boolean {
  const told = TOLD_BY.exec(norm)?.[0];
  return (told !== undefined && !NOT_TOLD.test(told)) || isYesWord(norm);
}

const isYesWord = (norm: string): boolean =>
  /^(?:y|yes|yeah|yep|done|tried|rung|rang|called|phoned|told|aware|informed|emailed|contacted|left|message|voicemail|true|ok|by|spoke|confirmed|engaged|ring|school|notified|they|at|\d|TIME|why|already|via|attempted|answerphone|answered|no (?:reply|answer)|1)(?!\S)/.test(
    norm,
  ) && !/^(?:yes ?)?(?:not yet|to be|will)/.test(norm);
