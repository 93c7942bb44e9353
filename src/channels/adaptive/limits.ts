/**
 * What Adaptive Cards in Teams take, as far as Microsoft says or trials showed. Lengths are UTF-16 units.
 *
 * - A message may be about 100 KB, counted in UTF-16 (Microsoft's "Format your bot messages"): the card is kept
 *   under 80 KB, so 40,960 units of JSON, which leaves room for the activity around it.
 * - Teams shows six buttons of an action set and hides the rest behind "…"; Microsoft's renderer for web pages takes
 *   five unless told otherwise. More buttons make more sets.
 */
export const limits = {
  /** The whole card as JSON, in UTF-16 units (two bytes each). */
  cardUnits: 40_960,
  /** Title of a card or dialog, and a heading. */
  heading: 250,
  /** One paragraph, list item or value of a fact. */
  text: 8_000,
  /** One cell of a table. */
  cell: 1_000,
  /** What is left of a paragraph, value or cell where a card would not fit otherwise: tried in this order. */
  tighterText: [2_000, 500, 150],
  /** An error or a hint at a field. */
  sentence: 1_000,
  /** The label of a button, an input or an option. */
  label: 200,
  buttonLabel: 60,
  buttonsInASet: 5,
  /** The preview in a notification. */
  summary: 250,
  /** A pre-filled value longer than this is left out of a form, and said so: values are never shortened. */
  formValue: 12_000,
} as const;
