import type { Draft } from '../../data/drafts';
import { keptChildren } from '../../domain/draft';
import type { View } from '../model/outcome';
import { button, buttons, text } from './build';
import { whereAndWhen } from './childLines';
import { childrenWords, nameWords } from './wording/terms';

/** Throwing away asks once more and says what will happen. */
export function throwAwayCard(draft: Draft): View {
  return {
    title: 'Throw this draft away?',
    summary: 'Throw this draft away?',
    blocks: [
      text(`${draftWords(draft)} will not be recorded.`),
      buttons(
        button('Keep it', { name: 'draft.show', draftId: draft.id }, 'primary'),
        button('Throw away', { name: 'draft.throwAwaySure', draftId: draft.id }, 'danger'),
      ),
    ],
  };
}

/** Asks which of several open drafts a short answer belongs to. */
export function whichDraftCard(input: { drafts: readonly Draft[]; eventId: string; now: Date }): View {
  return {
    title: 'Which draft do you mean?',
    summary: 'Which draft do you mean?',
    blocks: [
      ...input.drafts.map((draft, index) =>
        text(`${index + 1}. ${draftWords(draft)}, ${whereAndWhen(draft, input.now)}`),
      ),
      buttons(
        ...input.drafts.map((draft, index) =>
          button(`Number ${index + 1}`, {
            name: 'draft.amendThis',
            draftId: draft.id,
            eventId: input.eventId,
          }),
        ),
        button('None of these', { name: 'draft.beginFrom', eventId: input.eventId }),
      ),
    ],
  };
}

/** A person's unsaved drafts, each with a button that shows it. */
export function draftsCard(input: { drafts: readonly Draft[]; now: Date }): View {
  const { drafts, now } = input;
  if (drafts.length === 0)
    return {
      title: 'You have no unsaved drafts',
      summary: 'You have no unsaved drafts',
      blocks: [
        text('Write what happened in your own words to begin one.'),
        buttons(button('Use a form', { name: 'encounter.form' }, 'primary')),
      ],
    };
  const title = drafts.length === 1 ? '1 draft is not saved' : `${drafts.length} drafts are not saved`;
  return {
    title,
    summary: title,
    blocks: drafts
      .slice(0, 10)
      .flatMap((draft, index) => [
        text(`${index + 1}. ${draftWords(draft)}, ${whereAndWhen(draft, now)}`),
        buttons(
          button(
            `Show ${index + 1}`,
            { name: 'draft.show', draftId: draft.id },
            index === 0 ? 'primary' : 'plain',
          ),
        ),
      ]),
  };
}

/** A draft in a few words, for private chat only. */
function draftWords(draft: Draft): string {
  const children = keptChildren(draft.children);
  const names = children.slice(0, 3).map((child) => nameWords(child.fields));
  const more = children.length - names.length;
  return `${childrenWords(children.length)}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
