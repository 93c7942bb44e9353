/**
 * What Slack refuses beyond, in characters or counts; from the Block Kit, views and `chat.postMessage` reference at
 * docs.slack.dev. Where the reference names no limit, the figure is ours, careful, and says so.
 */
export const slackLimits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** Slack cuts `text` at 40,000 and advises 4,000; a notification shows far less. */
  messageText: 3000,
  /** Ours: Slack names no limit for a rich text block. */
  richTextCharacters: 2900,
  /** Ours: parts of one rich text block. */
  richTextParts: 100,
  /** Ours: all the text of one card. A message is read on a phone. */
  cardCharacters: 12_000,
  header: 150,
  sectionText: 3000,
  contextText: 2000,
  /** Of an image block. */
  altText: 2000,
  actionsElements: 25,
  buttonLabel: 75,
  buttonValue: 2000,
  blockId: 255,
  actionId: 255,
  viewTitle: 24,
  viewSubmit: 24,
  privateMetadata: 3000,
  inputLabel: 2000,
  inputHint: 2000,
  inputValue: 3000,
  placeholder: 150,
  optionLabel: 75,
  /** The reference has said 75 and 150 at different times: the smaller one always holds. */
  optionValue: 75,
  options: 100,
  optionGroups: 100,
  optionGroupLabel: 75,
  radioOptions: 10,
  checkboxOptions: 10,
  /** Ours: the reference names no limit for an error under a field. */
  fieldError: 500,
} as const;
