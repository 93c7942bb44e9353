/** Reads what a person would see out of Slack's blocks. Blocks are what the stand-in server was sent. */
export interface SlackButton {
  readonly label: string;
  readonly token: string;
}

/** All the visible words of blocks or a view, in order, a line for each text. */
export function wordsOf(blocks: unknown): string {
  return texts(blocks).join('\n');
}

/** The buttons of blocks, in order. */
export function buttonsOf(blocks: unknown): SlackButton[] {
  if (Array.isArray(blocks)) return blocks.flatMap(buttonsOf);
  if (!isObject(blocks)) return [];
  if (blocks.type !== 'button') return Object.values(blocks).flatMap(buttonsOf);
  const label = isObject(blocks.text) ? String(blocks.text.text) : '';
  return [{ label, token: String(blocks.value) }];
}

/** The pictures of blocks, in order: the uploaded file of each, and the words for it. */
export function picturesOf(blocks: unknown): { file: string; alt: string }[] {
  if (Array.isArray(blocks)) return blocks.flatMap(picturesOf);
  if (!isObject(blocks) || blocks.type !== 'image') return [];
  const file = isObject(blocks.slack_file) ? String(blocks.slack_file.id) : '';
  return [{ file, alt: String(blocks.alt_text) }];
}

/** The button with this label. @throws naming the labels there are. */
export function buttonOf(blocks: unknown, label: string): SlackButton {
  const all = buttonsOf(blocks);
  const found = all.find((button) => button.label === label);
  if (found === undefined)
    throw new Error(`No button "${label}" among: ${all.map((b) => b.label).join(', ')}`);
  return found;
}

function texts(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(texts);
  if (!isObject(node)) return [];
  if (node.type === 'rich_text_section' && Array.isArray(node.elements)) {
    return [node.elements.map((part) => (isObject(part) ? String(part.text ?? '') : '')).join('')];
  }
  if ((node.type === 'plain_text' || node.type === 'mrkdwn') && typeof node.text === 'string')
    return [node.text];
  return Object.values(node).flatMap(texts);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
