import type { Encounter } from '../../data/encounters';
import { encounterReference } from '../../domain/encounterRecord';
import type { View } from '../model/outcome';
import { button, buttons, image, text } from './build';
import { drawQrCode } from './qrCode';

/**
 * What to say to a child about the record, in words a child understands, where the privacy notice stands (its address,
 * and a code to scan from the officer's phone), and whether it was said.
 */
export function noticeCard(encounter: Encounter, privacyNoticeUrl: string | null): View {
  const reference = encounterReference(encounter.number);
  const { noticeGiven } = encounter.values;
  const where =
    privacyNoticeUrl === null
      ? 'Where to read more: ask your coordinator for the leaflet; no address is set.'
      : `Where to read more, for the child and their parent or carer: ${privacyNoticeUrl}`;
  const { id: encounterId } = encounter;
  return {
    title: `Tell the child: ${reference}`,
    summary: `Tell the child: ${reference}`,
    blocks: [
      text(
        '“I’m writing down that we met, where, and what you told me. The council, the police and your school use it to help you get to school. Only people who need it can see it. You and your parent or carer can ask to see it, and say if something is wrong.”',
      ),
      text(where),
      ...codeOf(privacyNoticeUrl),
      ...(noticeGiven === null
        ? []
        : [
            text(
              noticeGiven ? 'Recorded: the child was told.' : 'Recorded: the child was not told.',
              'subtle',
            ),
          ]),
      buttons(
        button('Told the child', { name: 'notice.record', encounterId, given: true }, 'primary'),
        button('Not told', { name: 'notice.record', encounterId, given: false }),
      ),
    ],
  };
}

/** The address as a picture to scan, where it is short enough for one. */
function codeOf(address: string | null) {
  const code = address === null ? null : drawQrCode(address);
  return code === null ? [] : [image(code, `QR code that opens the privacy notice: ${address}`)];
}
