import { type AgencyKind, agencyKinds, type Role, roles } from '../../domain/person';
import type { SchoolFinder } from './findSchool';
import { type PowerHeld, readPower } from './readPower';
import type { Column } from './table/column';
import { type Cell, findWord, type RowReader, readRow } from './table/readRow';
import type { TableRow } from './table/readTable';
import type { RowProblem } from './table/rowProblem';

export const staffColumns: readonly Column[] = [
  { name: 'email', required: true, also: ['e-mail', 'email address'] },
  { name: 'given name', required: true, also: ['forename', 'first name'] },
  { name: 'family name', required: true, also: ['surname', 'last name'] },
  { name: 'agency', required: true, also: ['agency key'] },
  { name: 'agency name' },
  { name: 'agency kind' },
  { name: 'roles', required: true, also: ['role'] },
  { name: 'powers' },
  { name: 'school' },
  { name: 'slack team' },
  { name: 'slack user' },
  { name: 'teams tenant' },
  { name: 'teams aadObjectId' },
  { name: 'active' },
];

/** An account of a platform that the file gives to a member of staff. */
export interface AccountNamed {
  readonly platform: 'slack' | 'teams';
  readonly tenant: string;
  readonly userId: string;
  /** The column that names the user. */
  readonly column: string;
}

/** One row of a staff file, as read. */
export interface StaffRow {
  readonly line: number;
  readonly problems: RowProblem[];
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly agencyKey: string;
  readonly agencyName: Cell<string>;
  readonly agencyKind: AgencyKind | null;
  readonly roles: readonly Role[];
  readonly powers: readonly PowerHeld[] | undefined;
  readonly schoolId: Cell<string>;
  readonly active: boolean | undefined;
  readonly accounts: readonly AccountNamed[];
}

export function readStaff(row: TableRow, schools: SchoolFinder): StaffRow {
  const read = readRow(row);
  const email = read.needed('email', 254).toLowerCase();
  if (email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    read.problem('email', 'is not an e-mail address.');
  const staff = {
    line: row.line,
    email,
    givenName: read.needed('given name'),
    familyName: read.needed('family name'),
    agencyKey: read.needed('agency').toLowerCase(),
    agencyName: read.text('agency name'),
    agencyKind: row.cells['agency kind'] ? read.oneOf('agency kind', agencyKinds) : null,
    roles: rolesOf(read),
    powers: powersOf(read),
    schoolId: schoolOf(read, schools),
    active: read.yesNo('active') ?? undefined,
    accounts: [
      ...accountOf(read, 'slack', 'slack team', 'slack user'),
      ...accountOf(read, 'teams', 'teams tenant', 'teams aadObjectId'),
    ],
  };
  return { ...staff, problems: [...read.problems] };
}

function rolesOf(read: RowReader): readonly Role[] {
  const written = read.parts('roles') ?? [];
  const found = written.map((word) => findWord(word, roles));
  if (written.length === 0) read.needed('roles');
  if (found.includes(null))
    read.problem(
      'roles',
      `has a word that is no role. Write of these, divided by semicolons: ${roles.join(', ')}.`,
    );
  return [...new Set(found.filter((role) => role !== null))];
}

function powersOf(read: RowReader): readonly PowerHeld[] | undefined {
  const written = read.parts('powers');
  const found = written?.map(readPower);
  if (found?.includes(null))
    read.problem(
      'powers',
      'can’t be read. Write the power, a colon and its days: constable:2024-09-01.. or pcso_removal:2026-01-01..2027-01-01:its limits.',
    );
  const powers = found?.filter((power) => power !== null);
  const starts = powers?.map(({ power, from }) => `${power} ${from}`);
  if (starts && new Set(starts).size < starts.length)
    read.problem('powers', 'has one power from the same day twice. Keep one of the two.');
  return powers;
}

function schoolOf(read: RowReader, schools: SchoolFinder): Cell<string> {
  const written = read.text('school');
  if (!written) return written;
  const found = schools.find(written);
  return 'id' in found ? found.id : read.problem('school', found.reason);
}

function accountOf(
  read: RowReader,
  platform: 'slack' | 'teams',
  tenantColumn: string,
  userColumn: string,
): readonly AccountNamed[] {
  const tenant = read.text(tenantColumn);
  const userId = read.text(userColumn);
  if (!tenant && !userId) return [];
  if (!tenant || !userId) {
    const [filled, empty] = tenant ? [tenantColumn, userColumn] : [userColumn, tenantColumn];
    read.problem(empty, `is empty beside "${filled}". Fill in both or neither.`);
    return [];
  }
  // Entra's ids are compared in lower case, as they arrive; Slack's are capitals.
  const [form, fold] =
    platform === 'slack'
      ? [/^[A-Z0-9]{2,}$/, (id: string) => id.toUpperCase()]
      : [/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, (id: string) => id.toLowerCase()];
  const ids = { [tenantColumn]: fold(tenant), [userColumn]: fold(userId) };
  for (const [column, id] of Object.entries(ids))
    if (!form.test(id)) read.problem(column, `is not an id of ${platform === 'slack' ? 'Slack' : 'Teams'}.`);
  return [{ platform, tenant: fold(tenant), userId: fold(userId), column: userColumn }];
}
