import { readTable } from '../../../../src/usecases/imports/table/readTable';

const columns = [
  { name: 'given name', required: true, also: ['forename'] },
  { name: 'date of birth', required: true },
  { name: 'address' },
];

/** The rows, for a text that can be laid out. */
function rowsOf(text: string) {
  const table = readTable(text, columns);
  if ('reason' in table) throw new Error(table.reason);
  return table;
}

describe('a table', () => {
  test('headings are found in any capitals, spaces, signs, and under their other names', () => {
    const { rows } = rowsOf(' Forename ,DATE_OF_BIRTH\n Ann ,1/2/2012\n');
    expect(rows).toEqual([{ line: 2, cells: { 'given name': 'Ann', 'date of birth': '1/2/2012' } }]);
  });

  test.each([
    [';', 'Forename;date of birth\nAnn;1/2/2012'],
    ['tab', 'Forename\tdate of birth\nAnn\t1/2/2012'],
  ])('columns may be divided by %s', (_name, text) => {
    expect(rowsOf(text).rows).toEqual([
      { line: 2, cells: { 'given name': 'Ann', 'date of birth': '1/2/2012' } },
    ]);
  });

  test('a row is counted by the line on which it begins, past empty lines and cells of several lines', () => {
    const { rows } = rowsOf(
      'given name,date of birth,address\r\nAnn,1/1/2012,"1 Road\r\nTown"\r\n\r\nBo,2/2/2012,\r\n,,\r\nCy,3/3/2012,x\r\n',
    );
    expect(rows.map(({ line }) => line)).toEqual([2, 5, 7]);
  });

  test('columns that are not known are named, and their cells not read', () => {
    const { rows, unknown } = rowsOf('given name,date of birth,Shoe size\nAnn,1/1/2012,4\n');
    expect(unknown).toEqual(['Shoe size']);
    expect(rows[0]?.cells).toEqual({ 'given name': 'Ann', 'date of birth': '1/1/2012' });
  });

  test('a missing column is said without repeating the first line, which may hold people', () => {
    const fault = readTable('Anneliese,Quickfoot\n', columns);
    expect(fault).toMatchObject({ line: 1, reason: expect.stringContaining('"date of birth"') });
    expect(JSON.stringify(fault)).not.toMatch(/Anneliese|Quickfoot/);
  });

  test('a heading that stands twice is refused', () => {
    expect(readTable('forename,given name,date of birth\n', columns)).toMatchObject({
      column: 'given name',
      reason: expect.stringContaining('twice'),
    });
  });

  test('a row with more cells than columns is a problem of that row only', () => {
    const { rows, problems } = rowsOf('given name,date of birth\nAnn,1/1/2012,Town\nBo,2/2/2012\n');
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([expect.objectContaining({ line: 2, column: null })]);
  });

  test('a quotation mark left open is found on the line where it stands', () => {
    const text = 'given name,date of birth\nAnn,1/1/2012\nBo,"2/2/2012\nCy,3/3/2012\n';
    expect(readTable(text, columns)).toMatchObject({
      line: 3,
      reason: expect.stringContaining('never closed'),
    });
  });

  test('an empty file is told which columns belong in it', () => {
    expect(readTable('', columns)).toMatchObject({ reason: expect.stringContaining('"given name"') });
  });
});
