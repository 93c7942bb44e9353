import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * A black and white picture as PNG: one bit a pixel, about a kilobyte for a QR code. `rows` are all of one length,
 * `true` is black.
 * @see https://www.w3.org/TR/png-3/ (11.2.1 IHDR, 11.2.3 IDAT, 9.2 filter type 0)
 */
export function writePng(rows: readonly (readonly boolean[])[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(rows[0]?.length ?? 0, 0);
  header.writeUInt32BE(rows.length, 4);
  // One bit of greyscale; compression, filter and interlace as everybody has them (0).
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(rows.map(scanline)), { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A row of pixels after its filter type (0: none), eight to a byte, the leftmost in the highest bit; 1 is white. */
function scanline(row: readonly boolean[]): Buffer {
  const line = Buffer.alloc(1 + Math.ceil(row.length / 8));
  row.forEach((black, x) => {
    const at = 1 + (x >> 3);
    if (!black) line.writeUInt8(line.readUInt8(at) | (0x80 >> (x & 7)), at);
  });
  return line;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
