import type { PersonName } from '../../helpers/seedScheme';

/** A card as the person sees it on this platform: its words, the labels of its buttons, and its pictures. */
export interface SeenCard {
  readonly words: string;
  readonly buttons: readonly string[];
  readonly pictures: readonly { readonly png: Buffer; readonly alt: string }[];
}

/** A form as the person sees it: its words, including errors. */
export interface SeenForm {
  readonly words: string;
}

export type Typed = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** One made-up colleague at their phone, on Slack, Teams or in the practice room alike. */
export interface Colleague {
  /** Sends a message in the private chat; the result can be delivered again or edited. */
  writes(text: string): Promise<Written>;
  /** Writes in a channel, mentioning the bot. */
  mentions(channel: string, text: string): Promise<void>;
  edits(written: Written, text: string): Promise<void>;
  /** Presses the button with this label on the newest card that has one; `times` presses are made at once. */
  presses(label: string, options?: { times?: number; card?: SeenCard }): Promise<void>;
  /** Presses the button, then fills in the form that opens; the form is shown again where something is wrong. */
  fillsIn(label: string, typed: Typed): Promise<SeenForm | null>;
  /** Types into the form that was shown again because something was wrong. */
  correctsForm(typed: Typed): Promise<SeenForm | null>;
  /** The bot's cards in the private chat as they stand now, oldest first. */
  cards(): Promise<readonly SeenCard[]>;
  /** What the notification of each card said. */
  previews(): Promise<readonly string[]>;
}

export interface Written {
  readonly key: string;
  /** Delivers the very same event again, as the platform does when it got no answer in time. */
  again(times: number, how: 'one after another' | 'at once'): Promise<void>;
}

/** A platform with the service running on it. */
export interface RunningPlatform {
  readonly name: string;
  /** Where the service listens. */
  readonly url: string;
  colleague(name: PersonName | 'stranger'): Colleague;
  /** What stands in a channel. */
  channelCards(channel: string): Promise<readonly SeenCard[]>;
  /** Waits until everything said is handled and everything caused is sent. */
  settled(): Promise<void>;
  /** Every byte that went to the platform: cards, previews, URLs, errors. */
  everythingSent(): string;
  /** What the platform would refuse, or read as something else than text, of all that was sent to it. */
  objections(): readonly string[];
  /** Every line of the log. */
  logLines(): readonly string[];
  /** The clock of the service, moved on by this many minutes. */
  later(minutes: number): void;
  stop(): Promise<void>;
}

/** `now`: the day of the test, 10:52 in Basingstoke. */
export const testMorning = new Date('2026-11-24T10:52:30.000Z');
