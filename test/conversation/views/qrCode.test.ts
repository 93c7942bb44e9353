import fc from 'fast-check';
import { drawQrCode } from '../../../src/conversation/views/qrCode';
import { readBitmap } from '../../helpers/readBitmap';
import { scanQrCode } from '../../helpers/scanQrCode';

const path = fc.string({
  minLength: 1,
  maxLength: 270,
  unit: fc.constantFrom(...'abcxyzABC0189-._~/?#[]@!$&()*+,;=%'),
});

/** @throws where there is no code */
function draw(text: string): Buffer {
  const code = drawQrCode(text);
  if (code === null) throw new Error('no code');
  return code;
}

describe('a QR code', () => {
  it('reads as the very address it was made of, whatever address that is', () => {
    fc.assert(
      fc.property(path, (rest) => {
        const address = `https://example.org/${rest}`;
        expect(scanQrCode(draw(address))).toBe(address);
      }),
      { numRuns: 15 },
    );
  });

  it('is drawn of a text with half a sign in it too, with the sign for "unreadable" in its place', () => {
    expect(scanQrCode(draw('https://example.org/\ud83d!'))).toBe('https://example.org/\ufffd!');
  });

  it('is as wide as a phone shows it, with the white border that a scanner needs', () => {
    const { width, height, rows } = readBitmap(draw('https://www.example.org/attendance-days-privacy'));
    expect(height).toBe(width);
    expect(width).toBeGreaterThanOrEqual(200);
    expect(width).toBeLessThanOrEqual(300);
    // The upper left finder pattern begins with a line of seven modules, after four of border.
    const top = rows.findIndex((row) => row.includes(true));
    const first = rows[top] ?? [];
    const module = (first.indexOf(false, top) - top) / 7;
    expect([top, first.indexOf(true), width - 1 - first.lastIndexOf(true)]).toEqual(
      [4, 4, 4].map((modules) => modules * module),
    );
  });

  it('is a small picture: a card on Teams may have 80 KB in all', () => {
    expect(draw('https://www.example.org/attendance-days-privacy').length).toBeLessThan(1_500);
    expect(draw(`https://example.org/${'x'.repeat(280)}`).length).toBeLessThan(4_000);
  });

  it('is not drawn of an address that would make it too fine to scan', () => {
    expect(drawQrCode(`https://example.org/${'x'.repeat(281)}`)).toBeNull();
  });
});
