import jsQR from 'jsqr';
import { type Bitmap, readBitmap } from './readBitmap';

/** What a phone reads from a picture of a QR code, by a scanner that is not the writer's. @throws where it reads none */
export function scanQrCode(png: Buffer): string {
  return scanBitmap(readBitmap(png));
}

/** The same of a picture that was decoded already. @throws where it reads none */
export function scanBitmap({ width, height, rows }: Bitmap): string {
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  rows.forEach((row, y) => {
    row.forEach((black, x) => {
      if (black) pixels.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    });
  });
  const found = jsQR(pixels, width, height, { inversionAttempts: 'dontInvert' });
  if (found === null) throw new Error('No QR code can be read from this picture');
  return found.data;
}
