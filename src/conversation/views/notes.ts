import type { Card } from '../model/card';
import type { View } from '../model/outcome';
import { button, buttons, list, text } from './build';

/** A card that is one sentence. The sentence must not name a child: it is the notification as well. */
export function noteCard(sentence: string): View {
  return { title: sentence, summary: sentence, blocks: [] };
}

/** A refusal: what happened, why, what to do next. */
export function refusalCard(sentence: string): View {
  return { title: 'Not done', summary: 'Not done', blocks: [text(sentence)] };
}

/** In place of a card that a newer one has replaced further down. */
export const movedOnCard: View = noteCard('Changed: see the newer card below.');

/** What somebody sees whom nobody has registered: how to ask for access, and nothing else. */
export function unknownAccountCard(accessContact: string): View {
  return {
    title: 'Your account is not registered',
    summary: 'Your account is not registered',
    blocks: [text(unknownAccountWords(accessContact))],
  };
}

/** The same where the answer is a line. */
export function unknownAccountWords(accessContact: string): string {
  const sentence = 'I can’t talk about anyone with you yet, because your account is not registered.';
  return `${sentence} Nothing you wrote is kept. To ask for access: ${accessContact}.`;
}

/** The database is away and a message is not stored; sent past the outbox, so without buttons. */
export function awayCard(reference: string): Card {
  return {
    title: 'Not saved yet',
    summary: 'Not saved yet: wait for a card',
    blocks: [
      {
        kind: 'text',
        tone: 'warning',
        text: `Rollcall can’t reach its records just now. I’ll try again: wait for a card before you count on it. If none comes in ten minutes, write it again and ring your coordinator: reference ${reference}.`,
      },
    ],
  };
}

/** An error of ours, with the reference that stands in the log. */
export function failedCard(reference: string): View {
  return {
    title: 'Not saved',
    summary: `Not saved: reference ${reference}`,
    blocks: [
      text(
        `Something went wrong on our side and your message could not be read. Please write it again. If it happens again, ring your coordinator: reference ${reference}.`,
        'warning',
      ),
    ],
  };
}

const notYetWords = {
  visits: 'I can’t show or change home visits yet. Ask your coordinator for the list.',
  briefing: 'I can’t give the day’s briefing yet. Ask your coordinator.',
  earlierContacts:
    'I can’t look up earlier contacts yet. Ask the coordinator or an education welfare officer.',
} as const;

/** Things asked for that this version does not do: said honestly, with what to do instead. */
export function notYetCard(what: keyof typeof notYetWords): View {
  return {
    title: 'Not available yet',
    summary: 'Not available yet',
    blocks: [
      text(notYetWords[what]),
      text('I can write down an encounter: just tell me in your own words.', 'subtle'),
    ],
  };
}

/** Three examples of what to write; the names are made up. Every dead end leads here. */
export function helpCard(opening: string): View {
  return {
    title: opening,
    summary: opening,
    blocks: [
      text('Write what happened in your own words, as you would to a colleague. For example:'),
      list([
        'Kai Brown 14 costello, festival place 1040 with 2 mates, says dentist, walked him back',
        'Mia and Ruby Hollis, yr 5 and yr 3 park view, eastrop park with mum just now, mum says inset day, left with mum',
        'Lad wouldn’t give name, about 13, bus station 0950 alone, no reason, ran off',
      ]),
      text(
        'I show you what I understood; you press Save. Then: E-1042 shows what was saved. “drafts” shows what is not.',
      ),
      buttons(
        button('Use a form', { name: 'encounter.form' }, 'primary'),
        button('My drafts', { name: 'drafts.list' }),
      ),
    ],
  };
}
