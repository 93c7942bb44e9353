/** A file's text, and which encoding its bytes were taken for. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252';
}

/**
 * Reads the bytes of a text file: UTF-8 with or without a byte order mark, UTF-16 with one, and Windows-1252 (what
 * Excel's plain "CSV" is) where the bytes are not UTF-8. The mark is left out.
 * @returns a sentence where the file is no text
 */
export function decodeText(bytes: Uint8Array): DecodedText | { readonly problem: string } {
  if (startsWith(bytes, 0xff, 0xfe))
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16 LE' };
  if (startsWith(bytes, 0xfe, 0xff))
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16 BE' };
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04))
    return { problem: 'This is a spreadsheet, not a CSV file. In Excel, save it as "CSV UTF-8".' };
  if (bytes.includes(0)) return { problem: 'This is not a text file. Save it as "CSV UTF-8".' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: fromWindows1252(bytes), encoding: 'Windows-1252' };
  }
}

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Bytes 0x80 to 0x9F; the rest of Windows-1252 is Latin-1. Node 20's own decoder takes all of it for Latin-1. */
const from0x80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return text.replaceAll(/[\u0080-\u009f]/g, (character) => from0x80[character.charCodeAt(0) - 0x80] ?? '');
}
