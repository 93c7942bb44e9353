import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrismaClient } from '../../data/generated/client';
import { inOneTransaction, type Work } from '../../data/unitOfWork';
import { fromLocalMinute, toDateColumn, toLocalDate } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { type ImportKind, importRecords } from '../../usecases/imports/importRecords';

/** The samples that the README's import section shows; the same place seen from src and from dist. */
const samples = join(__dirname, '..', '..', '..', 'prisma', 'samples');
const files: readonly ImportKind[] = ['schools', 'places', 'staff', 'pupils', 'carers'];
const tenant = 'practice';

/** Whoever opens the practice room for the first time fills it, with an administrator's rights. */
const opener: Person = {
  staffId: '00000000-0000-4000-8000-000000000000',
  name: 'the practice room',
  roles: ['administrator'],
  agencyId: '',
  agencyKind: 'council',
  schoolId: null,
  onRoster: false,
};

/**
 * Fills an empty database with the district's real schools and places and made-up staff, children and channels; and
 * sees to it that today is an Attendance Day, so that there is something to practise.
 */
export async function preparePracticeRoom(input: { prisma: PrismaClient; now: Date }): Promise<void> {
  await inOneTransaction({ ...input, actor: { kind: 'service' }, timeoutMs: 120_000 }, async (work) => {
    const scheme = await work.tx.scheme.findUnique({ where: { id: 1 } });
    if (scheme === null) await fill(work);
    const days = await work.tx.attendanceDay.count();
    if (scheme === null || days > 0) await makeTodayAnAttendanceDay(work);
  });
}

async function fill(work: Work): Promise<void> {
  await work.tx.scheme.create({
    data: {
      id: 1,
      mode: 'practice',
      name: 'Basingstoke and Deane (practice)',
      accessContact: 'ask the coordinator. In the practice room, choose somebody else from the list',
      receptionTeam: '01632 960002',
      privacyNoticeUrl: 'https://www.example.org/attendance-days-privacy',
    },
  });
  for (const kind of files) {
    const bytes = readFileSync(join(samples, `${kind}.csv`));
    const imported = await importRecords(work, opener, { kind, bytes, skipBadRows: false });
    if (imported.kind !== 'imported') throw new Error(`The sample ${kind}.csv could not be imported.`);
  }
  const staff = await work.tx.staffMember.findMany({ orderBy: { number: 'asc' } });
  await work.tx.account.createMany({
    data: [
      ...staff.map(({ id, email }) => ({ userId: email.split('@')[0] ?? email, staffId: id })),
      { userId: 'new-colleague', staffId: null },
    ].map((account) => ({ ...account, platform: 'practice' as const, tenant })),
  });
  const agencies = await work.tx.agency.findMany({ where: { kind: { not: 'school' } } });
  await work.tx.agencyChannel.createMany({
    data: [
      { channelId: 'all-agencies', shared: true, agencyId: null },
      ...agencies.map(({ id, key }) => ({ channelId: `agency-${key}`, shared: false, agencyId: id })),
    ].map((channel) => ({ ...channel, platform: 'practice' as const, tenant })),
  });
}

/** Two patrols, each of several agencies, from 9:00 to 15:30. */
async function makeTodayAnAttendanceDay(work: Work): Promise<void> {
  const date = toLocalDate(work.now);
  if ((await work.tx.attendanceDay.count({ where: { date: toDateColumn(date) } })) > 0) return;
  const staff = await work.tx.staffMember.findMany({
    where: {
      active: true,
      roles: { hasSome: ['constable', 'pcso', 'education_welfare_officer', 'community_safety_officer'] },
    },
    orderBy: { number: 'asc' },
  });
  const coordinator = await work.tx.staffMember.findFirst({
    where: { active: true, roles: { has: 'coordinator' } },
  });
  const patrols = [
    { name: 'Town centre', members: staff.filter((_, index) => index % 2 === 0) },
    { name: 'Parks and leisure', members: staff.filter((_, index) => index % 2 === 1) },
  ].filter((patrol) => patrol.members.length > 0);
  await work.tx.attendanceDay.create({
    data: {
      date: toDateColumn(date),
      area: 'Basingstoke town centre and Eastrop',
      opensAt: fromLocalMinute(`${date}T09:00`),
      closesAt: fromLocalMinute(`${date}T15:30`),
      designatedPlace: 'Basingstoke Discovery Centre',
      coordinatorId: coordinator?.id ?? null,
      patrols: {
        create: patrols.map(({ name, members }) => ({
          name,
          members: { create: members.map((member, index) => ({ staffId: member.id, leads: index === 0 })) },
        })),
      },
    },
  });
}
