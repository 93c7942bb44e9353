import { decodeText } from '../../../../src/usecases/imports/table/decodeText';

const text = 'name\nZoë O’Hara, Łódź\n';
const utf8 = Buffer.from(text);
const utf16le = Buffer.from(`\ufeff${text}`, 'utf16le');
const windows = Buffer.from([
  ...Buffer.from('Zo'),
  0xeb,
  ...Buffer.from(' O'),
  0x92,
  ...Buffer.from('Hara '),
  0x80,
]);

describe('the bytes of a file', () => {
  test('UTF-8 is read, with a byte order mark or without', () => {
    expect(decodeText(utf8)).toEqual({ text, encoding: 'UTF-8' });
    expect(decodeText(Buffer.from(`\ufeff${text}`))).toEqual({ text, encoding: 'UTF-8' });
  });

  test('UTF-16 of either order is read by its mark', () => {
    expect(decodeText(utf16le)).toEqual({ text, encoding: 'UTF-16 LE' });
    expect(decodeText(Buffer.from(utf16le).swap16())).toEqual({ text, encoding: 'UTF-16 BE' });
  });

  test('what is not UTF-8 is taken for Windows-1252, curly apostrophes and the euro sign too', () => {
    expect(decodeText(windows)).toEqual({ text: 'Zoë O’Hara €', encoding: 'Windows-1252' });
  });

  test('a spreadsheet is named as one, and told apart from a file that is no text', () => {
    expect(decodeText(Buffer.from([0x50, 0x4b, 3, 4, 20, 0]))).toEqual({
      problem: expect.stringContaining('spreadsheet'),
    });
    expect(decodeText(Buffer.from([1, 0, 2, 0]))).toEqual({
      problem: expect.stringContaining('not a text file'),
    });
  });
});
