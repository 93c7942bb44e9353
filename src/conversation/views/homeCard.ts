import type { Draft } from '../../data/drafts';
import type { View } from '../model/outcome';
import { button, buttons, text } from './build';

/** The home page: what waits for this person, and the ways in. Names no child. */
export function homeCard(input: { name: string; drafts: readonly Draft[] }): View {
  const count = input.drafts.length;
  const waiting =
    count === 0
      ? 'You have no unsaved drafts.'
      : `${count} ${count === 1 ? 'draft is' : 'drafts are'} not saved yet.`;
  return {
    title: `Rollcall: ${input.name}`,
    summary: 'Rollcall',
    blocks: [
      text(waiting),
      text('To record an encounter, write it to me in our chat in your own words, or use the form.'),
      buttons(
        button('Use a form', { name: 'encounter.form' }, 'primary'),
        count === 0 ? null : button('My drafts', { name: 'drafts.list' }),
        button('Help', { name: 'help.show' }),
      ),
    ],
  };
}
