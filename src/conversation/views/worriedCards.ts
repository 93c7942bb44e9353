import type { Encounter } from '../../data/encounters';
import { encounterReference } from '../../domain/encounterRecord';
import type { View } from '../model/outcome';
import { button, buttons, text } from './build';
import { signsNoticed } from './concernCards';
import { listWords } from './wording/terms';

/** Words that give cause to worry, written after the child's encounter was saved: what to press, so that they count. */
export function worriedAfterSavingCard(input: {
  saved: readonly Encounter[];
  signs: readonly string[];
  receptionTeam: string | null;
}): View {
  const { saved } = input;
  const references = listWords(saved.map((encounter) => encounterReference(encounter.number)));
  const title = `Not added to ${references} yet`;
  return {
    title,
    summary: title,
    blocks: [
      ...signsNoticed(input.signs, input.receptionTeam),
      text(
        'Nothing is changed by a message once it is saved. Press who it is about; with Change you can add your words.',
      ),
      ...saved.map((encounter) => {
        const { id: encounterId, number } = encounter;
        const reference = encounterReference(number);
        return buttons(
          button(
            saved.length === 1 ? 'Worried about this child' : `Worried: ${reference}`,
            { name: 'concern.raise', encounterId },
            'primary',
          ),
          button(`Change ${reference}`, { name: 'encounter.change', encounterId }),
        );
      }),
    ],
  };
}

/** The same where nobody has been written of: whom to ring first, then what to write. */
export function worriedAboutNobodyCard(input: {
  signs: readonly string[];
  receptionTeam: string | null;
}): View {
  return {
    title: 'Which child is this about?',
    summary: 'Which child is this about?',
    blocks: [
      ...signsNoticed(input.signs, input.receptionTeam),
      text(
        'Nothing is saved yet. Write it again with who the child is and where you met, as far as you know.',
      ),
      buttons(button('Use a form', { name: 'encounter.form' }, 'primary')),
    ],
  };
}
