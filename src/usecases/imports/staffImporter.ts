import type { Transaction } from '../../data/unitOfWork';
import type { Role } from '../../domain/person';
import { planAgencies } from './agencies';
import { createSchoolFinder } from './findSchool';
import type { Importer } from './importer';
import { createRepeats } from './repeats';
import { readStaff, type StaffRow, staffColumns } from './staffColumns';
import { countWritten } from './storeRows';
import { createStaffStore } from './storeStaff';

/** Staff: the same person is known by the e-mail address. Each change of a person is an audit row of its own. */
export const staffImporter: Importer = {
  one: 'staff member',
  many: 'staff',
  columns: staffColumns,
  plan: async ({ tx, rows }) => {
    const schools = await createSchoolFinder(tx);
    const staff = rows.map((row) => readStaff(row, schools));
    findRepeats(staff);
    const agencies = await planAgencies(tx, staff);
    const storedSchools = await schoolsOfStaff(tx, staff);
    for (const member of staff) checkRoles(member, agencies.kindOf(member.agencyKey), storedSchools);
    await checkManagers(tx, staff);
    return {
      problems: staff.flatMap(({ problems }) => problems),
      store: async (work, without, progress) => {
        const kept = staff.filter(({ line }) => !without.has(line));
        const agencyIds = await agencies.store(work, without);
        const store = await createStaffStore(work, kept);
        const changes = [];
        for (const [index, member] of kept.entries()) {
          changes.push({ change: await store.member(member, agencyIds.idOf(member.agencyKey)) });
          progress(index + 1, kept.length);
        }
        return { ...countWritten(changes), notes: [...agencyIds.notes, ...store.notes] };
      },
    };
  },
};

function findRepeats(staff: readonly StaffRow[]): void {
  const repeats = createRepeats();
  for (const { line, email, accounts, problems } of staff) {
    const keys = [
      ...(email === '' ? [] : [{ key: email, column: 'email', what: 'the same person' }]),
      ...accounts.map(({ platform, tenant, userId, column }) => ({
        key: `${platform} ${tenant} ${userId}`,
        column,
        what: 'the same account',
      })),
    ];
    const found = keys.map((key) => repeats.seen({ line, ...key })).find((problem) => problem !== null);
    if (found) problems.push(found);
  }
}

/** The schools that staff of the file have on record, for a file that does not name them. */
async function schoolsOfStaff(tx: Transaction, staff: readonly StaffRow[]) {
  const emails = staff.map(({ email }) => email);
  const found = await tx.staffMember.findMany({
    where: { email: { in: emails } },
    select: { email: true, schoolId: true },
  });
  return new Map(found.map(({ email, schoolId }) => [email, schoolId]));
}

function checkRoles(
  { line, email, roles, schoolId, problems }: StaffRow,
  kind: string | undefined,
  storedSchools: ReadonlyMap<string, string | null>,
): void {
  const police = roles.some((role) => role === 'constable' || role === 'pcso');
  if (police && kind !== undefined && kind !== 'police')
    problems.push({
      line,
      column: 'roles',
      reason: 'has a police role, but the agency is not of kind police.',
    });
  const school = schoolId === undefined ? storedSchools.get(email) : schoolId;
  if (
    roles.includes('school_attendance_lead') &&
    !school &&
    !problems.some(({ column }) => column === 'school')
  )
    problems.push({
      line,
      column: 'school',
      reason: 'is empty. A school attendance lead needs their school.',
    });
}

const managing: readonly Role[] = ['coordinator', 'administrator'];

/** A file must not leave a scheme that nobody can set right. */
async function checkManagers(tx: Transaction, staff: readonly StaffRow[]): Promise<void> {
  const manages = ({ roles }: { readonly roles: readonly Role[] }) =>
    roles.some((role) => managing.includes(role));
  const stored = await tx.staffMember.findMany({ select: { email: true, roles: true, active: true } });
  const before = new Map(stored.filter((one) => one.active && manages(one)).map((one) => [one.email, one]));
  const rows = new Map(staff.map((row) => [row.email, row]));
  const wasActive = new Set(stored.filter(({ active }) => active).map(({ email }) => email));
  const isNew = (email: string) => !stored.some((one) => one.email === email);
  const stays = staff.some(
    (row) => manages(row) && (row.active ?? (wasActive.has(row.email) || isNew(row.email))),
  );
  const others = [...before.keys()].some((email) => !rows.has(email));
  if (stays || others) return;
  for (const { line, email, problems } of staff)
    if (before.has(email))
      problems.push({
        line,
        column: 'roles',
        reason: 'would leave nobody who is coordinator or administrator. Name another one first.',
      });
}
