/** One word, number or sign of the message, with where it stands in the text as sent. */
export type Token = {
  readonly raw: string;
  /** Lower case, abbreviations and text-speak written out, number words as digits. May be empty. */
  readonly norm: string;
  readonly start: number;
  readonly end: number;
};

/** Tokens joined to one string that patterns run on, and the way back from a character to its token. */
export type Scan = {
  readonly tokens: readonly Token[];
  readonly text: string;
  /** Token index for each character of `text`. */
  readonly tokenAt: Int32Array;
};

/** A run of tokens: from, up to but not including `to`. */
export type Span = { readonly from: number; readonly to: number };
