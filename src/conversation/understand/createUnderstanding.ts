import { readAmendment } from './amend/readAmendment';
import { readEncounters } from './assign/readEncounters';
import { readForm } from './assign/readForm';
import { noticeSigns } from './concern/noticeSigns';
import { analyse } from './find/analyse';
import { findLabels } from './find/findLabels';
import { indexGazetteer, type PlaceEntry, type SchoolEntry } from './find/gazetteerIndex';
import { readHandOver } from './handOver/readHandOver';
import { asksAboutChild } from './intent/asksAboutChild';
import { classifyIntent } from './intent/classifyIntent';
import { impliedChildren } from './intent/impliedChildren';
import { looseVisitRef } from './intent/looseVisitRef';
import { personAsked } from './intent/personAsked';
import { visitRefs } from './intent/visitRefs';
import type { Reading, Understanding } from './reading';
import { untable } from './words/untable';

const VISIT_INTENTS = new Set(['claim_visit', 'release_visit', 'complete_visit']);

/** Longer texts are cut by the reader anyway. */
const LONGEST_TABLE = 4000;

/** "Visit 7 / seen: Y / child: Amina": a form about a numbered visit is its result (rule 1). */
const isVisitForm = (text: string): boolean =>
  /^(?:home )?(?:visit|v|hv)(?: (?:number|no|#|ref))* ?\d{1,3}(?!\d)(?! ?(?:years?|yo))/.test(text);

/** Reads free text against the authority's gazetteers. Made once; reading is pure and quick. */
export function createUnderstanding(input: {
  schools: readonly SchoolEntry[];
  places: readonly PlaceEntry[];
}): Understanding {
  const index = indexGazetteer(input);
  return {
    read: ({ sentAt, text: asSent }): Reading => {
      const text = untable(asSent.slice(0, LONGEST_TABLE));
      const found = analyse({ text, index });
      const labels = findLabels(found.tokens);
      const isForm = labels.length > 2 && !asksAboutChild(found);
      const intent =
        isVisitForm(found.scan.text) && labels.length > 0
          ? 'complete_visit'
          : isForm
            ? 'log_encounter'
            : labels.length > 2
              ? 'find_child'
              : classifyIntent(found);
      const isNameless = intent === 'log_encounter' && found.children.length === 0;
      const analysis = isNameless ? { ...found, children: impliedChildren(found) } : found;
      const refs = visitRefs(analysis.scan);
      const isVisit = VISIT_INTENTS.has(intent);
      const isAboutChildren = intent === 'log_encounter' || intent === 'find_child';
      const encounters = !isAboutChildren
        ? []
        : labels.length > 0
          ? readForm({ text, tokens: analysis.tokens, labels, sentAt, index })
          : readEncounters({ analysis, sentAt, index });
      return {
        intent,
        encounters: intent === 'log_encounter' ? encounters : [],
        visitRef: isVisit ? (refs[0] ?? looseVisitRef(analysis)) : null,
        person: intent === 'find_child' ? personAsked({ analysis, encounter: encounters[0] }) : null,
        signs: intent === 'log_encounter' ? noticeSigns(text) : [],
        furtherVisitRefs: isVisit ? refs.slice(1) : [],
      };
    },
    readHandOver: (message) => readHandOver({ ...message, index }),
    readAmendment: (amendment) => readAmendment({ ...amendment, index }),
  };
}
