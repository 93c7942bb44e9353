import type { Encounter } from '../../data/encounters';
import { encounterReference } from '../../domain/encounterRecord';
import type { View } from '../model/outcome';
import { button, buttons, text } from './build';
import { listWords } from './wording/terms';

/**
 * Something was put right in words after it was saved: nothing changes by itself, and the way to change it is offered.
 * @param edited the edit whose words the form is filled in with; left out, the form shows what is saved
 */
export function alreadySavedCard(input: {
  saved: readonly Encounter[];
  sentence: string;
  edited?: { readonly eventId: string };
}): View {
  const { saved, sentence, edited } = input;
  const references = saved.map((encounter) => encounterReference(encounter.number));
  return {
    title: `${listWords(references)} ${saved.length === 1 ? 'is' : 'are'} already saved`,
    summary: 'Already saved: change it?',
    blocks: [
      text(sentence),
      buttons(
        ...saved.map((encounter, index) =>
          button(
            `Change ${encounterReference(encounter.number)}`,
            { name: 'encounter.change', encounterId: encounter.id, ...(edited && { edited }) },
            index === 0 ? 'primary' : 'plain',
          ),
        ),
      ),
    ],
  };
}
