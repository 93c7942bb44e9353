import type { types } from '@slack/bolt';
import { slackLimits } from '../limits';
import { wording } from '../wording';
import { shortenToFit, shownLine } from './safeText';

/** Where Slack finds a picture: a file uploaded before, or an address. */
export type PictureSource = { readonly slack_file: { readonly id: string } } | { readonly image_url: string };

/** Finds the picture of a PNG (base64); null where there is none to show, and words stand in its place. */
export type PictureOf = (png: string) => PictureSource | null;

export const noPictures: PictureOf = () => null;

/** Pictures within the block, for the practice room's page only: Slack itself takes no such address. */
export const inlinePictures: PictureOf = (png) => ({ image_url: `data:image/png;base64,${png}` });

/** An image block; its alternative text is plain and on one line. */
export function renderPicture(source: PictureSource, alt: string): types.ImageBlock {
  return {
    type: 'image',
    ...source,
    alt_text: shortenToFit(shownLine(alt), slackLimits.altText) || wording.picture,
  };
}
