/**
 * A message of the bot's, free of any platform. All text is plain text: a renderer escapes it, so that a child
 * called `*Jo*` or `<!channel>` neither formats nor pings.
 *
 * @typeParam B what a button carries: a view's `ActionButton`, or the stored card's `TokenButton`.
 */
export interface Card<B = TokenButton> {
  /** First line: what it is and what is wanted. */
  readonly title: string;
  /** The notification preview, and the card for those who get no blocks. Never names a child. */
  readonly summary: string;
  readonly blocks: readonly Block<B>[];
}

/** One part of a card, in reading order. */
export type Block<B = TokenButton> =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: TextTone }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'divider' }
  | PictureBlock
  | { readonly kind: 'buttons'; readonly buttons: readonly B[] };

/**
 * A picture, as base64 of a PNG (the smaller the better: Teams takes 80 KB for a whole card). `alt` says the same in
 * words, for those who can't see it and wherever it can't be shown: nothing is told by a picture alone.
 */
export interface PictureBlock {
  readonly kind: 'image';
  readonly png: string;
  readonly alt: string;
}

/** `warning` stands out and says so in words too: nothing is told by colour alone. */
export type TextTone = 'normal' | 'subtle' | 'warning';

/** A field and its value. `mark` adds a word beside the value ("not sure", "not said"), never a colour alone. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly mark?: 'not sure' | 'not said';
}

/** How a button looks. A dangerous one asks once more on the next card, saying what will happen. */
export type ButtonStyle = 'primary' | 'danger' | 'plain';

/** A button as the platforms get it: the token is opaque and names a row. */
export interface TokenButton {
  readonly label: string;
  readonly style: ButtonStyle;
  readonly token: string;
  /** The press is answered with a form. Teams has to know when it draws the button. */
  readonly opensForm?: boolean;
}
