import { ageOn, fromLocalMinute, sayMoment, toLocalDate, toLocalMinute } from '../../src/domain/localTime';

describe('agency-local time', () => {
  test.each([
    ['2026-11-24T10:40', '2026-11-24T10:40:00.000Z'],
    ['2027-06-16T10:40', '2027-06-16T09:40:00.000Z'],
    ['2026-03-29T00:59', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T01:30', '2026-10-25T01:30:00.000Z'],
  ])('%s on the wall is %s', (local, instant) => {
    expect(fromLocalMinute(local).toISOString()).toBe(instant);
    expect(toLocalMinute(new Date(instant))).toBe(local);
  });

  test('a summer evening in UTC is already the next day at home', () => {
    expect(toLocalDate(new Date('2027-06-15T23:30:00Z'))).toBe('2027-06-16');
  });

  test.each([
    ['2026-11-24T10:40', '10:40 today'],
    ['2026-11-23T10:40', '10:40 yesterday'],
    ['2026-11-19T10:40', '10:40 on Thu 19 Nov'],
    ['2025-11-19T10:40', '10:40 on Wed 19 Nov 2025'],
  ])('%s is said as “%s”', (local, words) => {
    expect(sayMoment(fromLocalMinute(local), fromLocalMinute('2026-11-24T15:00'))).toBe(words);
  });

  test.each([
    ['2012-03-14', '2026-03-13', 13],
    ['2012-03-14', '2026-03-14', 14],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
  ])('born %s, on %s: %i', (born, on, age) => {
    expect(ageOn(born, on)).toBe(age);
  });
});
