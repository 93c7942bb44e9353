/**
 * A date as written in a spreadsheet: 14/03/2012 (day first), 14.3.2012, 14-03-2012 or 2012-03-14.
 * @returns `yyyy-MM-dd`, or why it is none and what to write
 */
export function readDate(written: string): { readonly date: string } | { readonly reason: string } {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?.*)?$/.exec(written);
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 00:00(?::00)?)?$/.exec(written);
  const parts = iso ? [iso[1], iso[2], iso[3]] : british ? [british[3], british[2], british[1]] : null;
  if (parts !== null) {
    const [year = '', month = '', day = ''] = parts;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return exists(date)
      ? { date }
      : { reason: 'is a day that does not exist. Write day, month, year: 25/01/2013.' };
  }
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2}$/.test(written))
    return { reason: 'has a year of two digits. Write all four: 25/01/2013.' };
  if (/^\d{5}$/.test(written))
    return { reason: 'is a spreadsheet’s own number for a day. Format the column as a date: 25/01/2013.' };
  return { reason: 'is not a date. Write day/month/year or year-month-day: 25/01/2013 or 2013-01-25.' };
}

function exists(date: string): boolean {
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date);
}
