import { encode } from 'uqr';
import { wellFormedText } from '../../domain/wellFormedText';
import { writePng } from './png';

/** Of a longer text the modules get too fine to be scanned from a phone's screen. In UTF-16 units. */
const longestText = 300;
/** White modules around the code: what ISO/IEC 18004 asks for, and what keeps it readable on a dark card. */
const quietZone = 4;
/** Pixels: wide enough for a phone, and Teams and Slack never make a picture larger than it is. */
const width = 300;

/**
 * A text as a QR code to be scanned from a screen, as PNG; level M of error correction, which bears with scratches and
 * reflections. Null where the text is too long to be scanned.
 */
export function drawQrCode(text: string): Buffer | null {
  if (text.length > longestText) return null;
  const { data: modules, size } = encode(wellFormedText(text), { ecc: 'M', border: quietZone });
  const scale = Math.max(3, Math.floor(width / size));
  return writePng(
    modules.flatMap((row) =>
      times(
        scale,
        row.flatMap((black) => times(scale, black)),
      ),
    ),
  );
}

function times<T>(count: number, value: T): T[] {
  return Array.from({ length: count }, () => value);
}
