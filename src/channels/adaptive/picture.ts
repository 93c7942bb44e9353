import type { Block, PictureBlock } from '../../conversation/model/card';
import type { Element } from './elements';
import { limits } from './limits';
import { safeText } from './safeText';

/** A picture carried in the card itself: Teams need not fetch it, and it works without a public address. */
export function picture({ png, alt }: PictureBlock): Element {
  return {
    type: 'Image',
    url: `data:image/png;base64,${png}`,
    altText: safeText(alt, limits.sentence) || 'Picture',
  };
}

/** The same blocks with words in the place of pictures, for a card that would be too large with them. */
export function inWords(blocks: readonly Block[]): Block[] {
  return blocks.map((block) =>
    block.kind === 'image' ? { kind: 'text', text: `Picture not shown here: ${block.alt}` } : block,
  );
}
