import type { Card } from './card';
import type { Form, Option, SearchSource } from './form';
import type { AccountKey, Inbound } from './inbound';

/**
 * What goes back in the answer to the request itself. Everything else leaves through the outbox.
 * A repeated delivery gets the first answer again.
 */
export interface Answer {
  /** A form to open now (Slack: `views.open` with the trigger; Teams: the answer to `task/fetch`). */
  readonly openForm?: Form;
  /** The submitted form again, with what was typed and the errors at their fields. */
  readonly formErrors?: Form;
  /** The card that stands in place of the pressed one; only where `answersWithCard` was set. */
  readonly card?: Card;
  /** A short sentence for the person alone. Never names a child. */
  readonly message?: string;
}

/** What the channels know of the conversation. */
export interface ConversationPort {
  /**
   * Stores a message (message, edited, deleted, opened, installed, removed) and returns once it is safe; the answer follows
   * through the outbox. What was only overheard is stored where it names a child, and forgotten otherwise. A repeated
   * delivery does nothing. Throws when the database is away: answer 503.
   */
  receive(inbound: Inbound): Promise<void>;
  /**
   * Handles a press, form or command now and returns what to answer.
   * Throws a Failure where it could not: nothing is stored. Tell the person (`notSavedSentence`).
   */
  respond(inbound: Inbound): Promise<Answer>;
  /** Entries for a `search` field, best first, at most 20; nothing for an account that nobody registered. */
  suggest(input: { account: AccountKey; source: SearchSource; query: string }): Promise<readonly Option[]>;
}

/** Each channel tells what its directory knows of an account: the e-mail address the platform has verified. */
export type VerifiedEmailOf = (account: AccountKey) => Promise<string | null>;
