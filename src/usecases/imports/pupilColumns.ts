import { ageOn, toLocalDate } from '../../domain/localTime';
import { readUpn } from '../../domain/upn';
import type { SchoolFinder } from './findSchool';
import { foldName } from './foldName';
import type { Column } from './table/column';
import { type Cell, type RowReader, readRow } from './table/readRow';
import type { TableRow } from './table/readTable';
import type { RowProblem } from './table/rowProblem';

export const pupilColumns: readonly Column[] = [
  { name: 'upn', also: ['unique pupil number'] },
  { name: 'given name', required: true, also: ['forename', 'first name', 'legal forename'] },
  { name: 'family name', required: true, also: ['surname', 'last name', 'legal surname'] },
  { name: 'known as', also: ['preferred name', 'preferred forename'] },
  { name: 'date of birth', required: true, also: ['dob', 'birth date'] },
  { name: 'year group', also: ['year', 'nc year', 'national curriculum year'] },
  { name: 'school', required: true, also: ['school name'] },
  { name: 'household', also: ['household key'] },
  { name: 'address' },
  { name: 'postcode' },
  { name: 'active' },
];

/** One row of a pupils file, as read. */
export interface PupilRow {
  readonly line: number;
  readonly problems: readonly RowProblem[];
  readonly upn: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs: Cell<string>;
  readonly dateOfBirth: string | null;
  readonly yearGroup: Cell<number>;
  readonly schoolId: string | null;
  readonly household: Cell<string>;
  readonly address: Cell<string>;
  readonly postcode: Cell<string>;
  readonly active: boolean | undefined;
}

/** Who is on a school's roll is between these ages, in years; others are a slip in the date. */
const youngest = 2;
const oldest = 20;

export function readPupil(row: TableRow, schools: SchoolFinder, now: Date): PupilRow {
  const read = readRow(row);
  const household = read.text('household');
  const address = read.text('address', 500);
  const postcode = read.postcode('postcode');
  if (!household && (address || postcode))
    read.problem(
      'household',
      'is empty beside an address. Write a key of your own: the same one for all children of a household.',
    );
  return {
    line: row.line,
    upn: upnOf(read) ?? null,
    givenName: read.needed('given name'),
    familyName: read.needed('family name'),
    knownAs: read.text('known as'),
    dateOfBirth: dateOfBirthOf(read, now),
    yearGroup: yearGroupOf(read),
    schoolId: schoolOf(read, schools),
    household,
    address,
    postcode,
    active: read.yesNo('active') ?? undefined,
    problems: read.problems,
  };
}

/** By what a pupil without a UPN is known again: school, full name, date of birth. */
export function pupilKey(pupil: {
  schoolId: string | null;
  givenName: string | null;
  familyName: string | null;
  dateOfBirth: string | null;
}): string {
  const name = foldName(`${pupil.givenName ?? ''} ${pupil.familyName ?? ''}`);
  return `${pupil.schoolId}|${name}|${pupil.dateOfBirth}`;
}

function upnOf(read: RowReader): Cell<string> {
  const written = read.text('upn');
  if (!written) return written;
  const result = readUpn(written);
  if ('upn' in result) return result.upn;
  return read.problem(
    'upn',
    result.wrong === 'form'
      ? 'is not a UPN. It has 13 characters: a letter, then 12 digits; a temporary one ends in a letter. Leave it empty if there is none.'
      : 'has a check letter that does not fit its digits. Copy it again from the register.',
  );
}

function dateOfBirthOf(read: RowReader, now: Date): string | null {
  const date = read.date('date of birth');
  if (!date) {
    if (!read.problems.some(({ column }) => column === 'date of birth')) read.needed('date of birth');
    return null;
  }
  const age = ageOn(date, toLocalDate(now));
  return age >= youngest && age <= oldest
    ? date
    : read.problem('date of birth', `gives an age outside ${youngest} to ${oldest}. Check the year.`);
}

function yearGroupOf(read: RowReader): Cell<number> {
  const written = read.text('year group');
  if (!written) return written === undefined ? undefined : null;
  const bare = written.toLowerCase().replace(/^(year|yr|y)\s*/, '');
  if (bare === 'r' || bare === 'reception') return 0;
  return /^\d{1,2}$/.test(bare) && Number(bare) <= 14
    ? Number(bare)
    : read.problem('year group', 'is not a year group. Write R or 1 to 14, or leave it empty.');
}

function schoolOf(read: RowReader, schools: SchoolFinder): string | null {
  const written = read.needed('school');
  if (written === '') return null;
  const found = schools.find(written);
  return 'id' in found ? found.id : read.problem('school', found.reason);
}
