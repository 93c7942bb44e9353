import { readDate } from '../../../../src/usecases/imports/table/readDate';

describe('a date', () => {
  test.each([
    ['14/03/2012', '2012-03-14'],
    ['4/3/2012', '2012-03-04'],
    ['14-03-2012', '2012-03-14'],
    ['14.3.2012', '2012-03-14'],
    ['2012-03-14', '2012-03-14'],
    ['29/02/2012', '2012-02-29'],
    ['14/03/2012 00:00:00', '2012-03-14'],
  ])('%s, day first, is %s', (written, date) => {
    expect(readDate(written)).toEqual({ date });
  });

  test.each([
    ['30/02/2012', 'does not exist'],
    ['03/14/2012', 'does not exist'],
    ['14/03/12', 'two digits'],
    ['40982', 'spreadsheet'],
    ['14 March 2012', 'not a date'],
  ])('%s is refused with what to write', (written, reason) => {
    expect(readDate(written)).toEqual({ reason: expect.stringMatching(new RegExp(`${reason}.*2013`)) });
  });
});
