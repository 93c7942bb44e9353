import type { Card } from '../../conversation/model/card';
import type { AdaptiveCard } from '../adaptive/elements';
import { renderCard } from '../adaptive/renderCard';
import { botAuthor, type PracticeMessage, type PracticePerson } from './practiceStore';

/** A card as Slack would get it. Handed in, since the practice room knows no other channel. */
export type RenderForSlack = (card: Card) => { readonly text: string; readonly blocks: readonly unknown[] };

/** A message as the page gets it. */
export interface PresentedMessage {
  readonly id: number;
  readonly conversation: string;
  readonly author: { readonly kind: 'bot' | 'person'; readonly userId: string; readonly name: string };
  readonly text: string | null;
  readonly card: {
    readonly title: string;
    readonly summary: string;
    readonly adaptive: AdaptiveCard;
    readonly slack: ReturnType<RenderForSlack>;
  } | null;
  readonly edited: boolean;
  readonly deleted: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly changedAt: string;
}

/** Draws a stored message for the page. */
export function presentMessage({
  message,
  people,
  renderForSlack,
}: {
  message: PracticeMessage;
  people: readonly PracticePerson[];
  renderForSlack: RenderForSlack;
}): PresentedMessage {
  const { card } = message;
  return {
    id: message.id,
    conversation: message.conversation,
    author: presentAuthor(message.author, people),
    text: message.text,
    card:
      card === null
        ? null
        : {
            title: card.title,
            summary: card.summary,
            adaptive: renderCard(card),
            slack: renderForSlack(card),
          },
    edited: message.edited,
    deleted: message.deleted,
    at: message.createdAt.toISOString(),
    changedAt: message.changedAt.toISOString(),
  };
}

function presentAuthor(author: string, people: readonly PracticePerson[]): PresentedMessage['author'] {
  if (author === botAuthor) return { kind: 'bot', userId: author, name: 'Rollcall' };
  const person = people.find((one) => one.userId === author);
  return { kind: 'person', userId: author, name: person?.name ?? 'Someone who has left' };
}
