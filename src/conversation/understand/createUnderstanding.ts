import { readAmendment } from './amend/readAmendment';
import { readEncounters } from './assign/readEncounters';
import { readForm } from './assign/readForm';
import { analyse } from './find/analyse';
import { findLabels } from './find/findLabels';
import { indexGazetteer, type PlaceEntry, type SchoolEntry } from './find/gazetteerIndex';
import { classifyIntent } from './intent/classifyIntent';
import { visitRefs } from './intent/visitRefs';
import type { EncounterReading, PersonAskedAbout, Reading, Understanding } from './reading';

const VISIT_INTENTS = new Set(['claim_visit', 'release_visit', 'complete_visit']);

/** Reads free text against the authority's gazetteers. Made once; reading is pure and quick. */
export function createUnderstanding(input: {
  schools: readonly SchoolEntry[];
  places: readonly PlaceEntry[];
}): Understanding {
  const index = indexGazetteer(input);
  return {
    read: ({ sentAt, text }): Reading => {
      const analysis = analyse({ text, index });
      const labels = findLabels(analysis.tokens);
      const intent = labels.length > 2 ? 'log_encounter' : classifyIntent(analysis);
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
        visitRef: isVisit ? (refs[0] ?? null) : null,
        person: intent === 'find_child' ? personOf(encounters[0]) : null,
        furtherVisitRefs: isVisit ? refs.slice(1) : [],
      };
    },
    readAmendment: (amendment) => readAmendment({ ...amendment, index }),
  };
}

function personOf(encounter: EncounterReading | undefined): PersonAskedAbout | null {
  if (!encounter) return null;
  const { givenName, familyName, age, yearGroup, school } = encounter;
  return { givenName, familyName, age, yearGroup, school };
}
