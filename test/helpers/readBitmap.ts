import { crc32, inflateSync } from 'node:zlib';

/** A black and white picture, `true` where it is black. */
export interface Bitmap {
  readonly width: number;
  readonly height: number;
  readonly rows: readonly (readonly boolean[])[];
}

/**
 * Reads a PNG of one bit of greyscale, as strictly as PNG (Third Edition) describes it. That a browser reads the same
 * is shown in test/pages/practiceRoom. @throws where it is anything else
 */
export function readBitmap(png: Buffer): Bitmap {
  if (png.subarray(0, 8).toString('latin1') !== '\x89PNG\r\n\x1a\n') throw new Error('not a PNG');
  const chunks = chunksOf(png.subarray(8));
  const [header] = chunks;
  if (header?.type !== 'IHDR' || chunks.at(-1)?.type !== 'IEND') throw new Error('no beginning or no end');
  const [width, height] = [header.data.readUInt32BE(0), header.data.readUInt32BE(4)];
  if (header.data.subarray(8).toString('hex') !== '0100000000') throw new Error('not one bit of greyscale');
  const pixels = inflateSync(
    Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)),
  );
  const length = 1 + Math.ceil(width / 8);
  if (pixels.length !== length * height) throw new Error('not as many pixels as it says');
  const rows = Array.from({ length: height }, (_, y) => {
    const line = pixels.subarray(y * length, (y + 1) * length);
    if (line[0] !== 0) throw new Error('a filter this does not read');
    return Array.from({ length: width }, (__, x) => (line.readUInt8(1 + (x >> 3)) & (0x80 >> (x & 7))) === 0);
  });
  return { width, height, rows };
}

function chunksOf(bytes: Buffer): { type: string; data: Buffer }[] {
  if (bytes.length === 0) return [];
  const length = bytes.readUInt32BE(0);
  const named = bytes.subarray(4, 8 + length);
  if (bytes.readUInt32BE(8 + length) !== crc32(named)) throw new Error('a chunk that was damaged');
  return [
    { type: named.subarray(0, 4).toString('latin1'), data: named.subarray(4) },
    ...chunksOf(bytes.subarray(12 + length)),
  ];
}
