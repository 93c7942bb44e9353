import { CONTACT } from '../find/lexiconPatterns';

const SCHOOL_SAYS = new RegExp(
  `(?<!\\S)${CONTACT.school}(?: ,| SCHOOL| ,| also| just| all| staff| there| and)* (?:say|says|state|states|stated|confirm|confirms|confirmed|deny|denies|denied|disagree|disagrees|report|reports|reckon|think|have (?:him|her|them)|has (?:him|her|them)|have no|mark|marked|marks|expects?|insists?|advises|said|told (?:us|me)|got (?:him|her|them))(?!\\S)[^.;\\n]*?(?= [.;\\n]| but| when| ,| and (?:i|we|he|she|took|walked)| we | i |$)`,
  'g',
);
const THEY_SAY = new RegExp(
  `(?<!\\S)(?:${CONTACT.act}|school told) (?:the |his |her |their )?${CONTACT.school}[^.\\n]*?(?:they|who|and|-|,) (?:say|said|says|have|had|confirmed?|told (?:us|me)|reckon|think|was told|were told|got told|confirm)[^.;\\n]*?(?= [.;\\n]|$| we | i | so we| took| walked)|(?<!\\S)${CONTACT.school} (?:rung|called|phoned|contacted|told|rang|informed)[^.\\n]*?(?:they|who|and|-|,) (?:say|said|says|have|had|confirm(?:ed)?|told us|not|open)[^.;\\n]*?(?= [.;\\n]|$| we | i | took| walked)`,
  'g',
);
/** Words by which the child or its family is the one who says so. */
export const CHILD_SAYS =
  /(?:says?|said|saying|reckons?|claims?|claimed|claiming|states?|stated|tells?|told|explains?|explained|that|because|think|thinks|mum|dad|mother|father)(?: (?:us|me|that|the|his|her|their|he|she|they|all|both|,|'|"|how|it's|it is|is|was|because|CHILD|day|permission|as))* $/;

const blankOut = (text: string, pattern: RegExp, isMeant: (lead: string, found: string) => boolean): string =>
  text.replace(pattern, (found: string, ...rest: unknown[]) => {
    const at = rest.find((part): part is number => typeof part === 'number') ?? 0;
    return isMeant(text.slice(Math.max(0, at - 40), at), found) ? '_'.repeat(found.length) : found;
  });

/** The school giving leave is what the child's side tells, not a reason of the school's own. */
const ALLOWED =
  /^\S+(?: \S+){0,3} (?:says?|said)(?: that)?(?: it's| it is| it was| that's| she| he| they| was| is| can| could| may| might)* (?:come out|have|yes|ok|okay|fine|alright|all right|go ahead|no problem|have (?:the|time|a)|go(?!\S))/;

/** The text without what only the school says (rule 21). */
export const withoutSchoolsWords = (text: string): string =>
  blankOut(
    blankOut(text, THEY_SAY, () => true),
    SCHOOL_SAYS,
    (lead, found) =>
      !CHILD_SAYS.test(lead) &&
      !ALLOWED.test(found) &&
      !(/^(?:SCHOOL|school)/.test(found) && /(?:YEAR|AGE|DOB|CHILD|at|from|to) (?:the )?$/.test(lead)) &&
      // "with private tutor. Tutor states": the adult who is with the child.
      !(/^(?:tutor|teacher)/.test(found) && /with (?:\S+ ){0,3}(?:tutor|teacher)(?: [.,])? $/.test(lead)) &&
      !/^(?:SCHOOL|school|college|academy) (?:, |and )*(?:all|both|they) (?:say|says|said|reckon|think)/.test(
        found,
      ) &&
      !/^(?:SCHOOL|school|college|academy) , (?:says|said|state|states|stated|reckon|told)/.test(found),
  );
