import type { Card } from '../../conversation/model/card';

/** Whom one can be in the practice room. Somebody nobody has registered has no agency. */
export interface PracticePerson {
  readonly userId: string;
  readonly name: string;
  readonly agency: { readonly key: string; readonly name: string } | null;
  readonly roles: readonly string[];
}

/** A channel of one agency (its key), or the one that all agencies share (`agency` null). */
export interface PracticeRoom {
  readonly id: string;
  readonly name: string;
  readonly agency: string | null;
}

/** The author of everything the bot says; otherwise the author is a person's user id. */
export const botAuthor = 'bot:rollcall';

/** A message as kept. A deleted one keeps its place and author only. */
export interface PracticeMessage {
  readonly id: number;
  readonly conversation: string;
  readonly author: string;
  readonly text: string | null;
  readonly card: Card | null;
  readonly edited: boolean;
  readonly deleted: boolean;
  readonly createdAt: Date;
  readonly changedAt: Date;
}

/** What is said, and the key that makes saying it twice the same as saying it once. */
export interface NewPracticeMessage {
  readonly key: string;
  readonly conversation: string;
  readonly author: string;
  readonly content: MessageContent;
  readonly at: Date;
}

export type MessageContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'card'; readonly card: Card };

/** Where the practice room keeps what was said in it. Every function throws when the database is away. */
export interface PracticeStore {
  people(): Promise<readonly PracticePerson[]>;
  rooms(): Promise<readonly PracticeRoom[]>;
  /** A key that is known already gets the message it made the first time. */
  append(message: NewPracticeMessage): Promise<PracticeMessage>;
  find(id: number): Promise<PracticeMessage | null>;
  findByKey(input: { conversation: string; key: string }): Promise<PracticeMessage | null>;
  /** Null where there is no such message any more. */
  update(input: { id: number; content: MessageContent; at: Date }): Promise<PracticeMessage | null>;
  remove(input: { id: number; at: Date }): Promise<PracticeMessage | null>;
  /** The newest messages with an id over `sinceId` and under `beforeId`, oldest first. */
  list(input: {
    conversation: string;
    limit: number;
    sinceId?: number | undefined;
    beforeId?: number | undefined;
  }): Promise<readonly PracticeMessage[]>;
  /** Everything written, changed or deleted at or after an instant, oldest first. */
  changedSince(input: { conversations: readonly string[]; at: Date }): Promise<readonly PracticeMessage[]>;
}
