import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { AgencyKind, Platform, PrismaClient, Role } from '../../src/data/generated/client';
import { toDateColumn, toLocalDate } from '../../src/domain/localTime';

/** Made-up people and pupils of a small district. Every test that needs a district uses this one. */
export const people = {
  osei: { givenName: 'Ama', familyName: 'Osei', agency: 'police', roles: ['constable'], onPatrol: true },
  hale: { givenName: 'Marcus', familyName: 'Hale', agency: 'police', roles: ['pcso'], onPatrol: false },
  marsh: {
    givenName: 'Jane',
    familyName: 'Marsh',
    agency: 'council',
    roles: ['education_welfare_officer'],
    onPatrol: true,
  },
  whitlock: {
    givenName: 'Dana',
    familyName: 'Whitlock',
    agency: 'council',
    roles: ['coordinator'],
    onPatrol: false,
  },
  rowe: {
    givenName: 'Tom',
    familyName: 'Rowe',
    agency: 'community',
    roles: ['community_safety_officer'],
    onPatrol: true,
  },
  lewis: {
    givenName: 'Carys',
    familyName: 'Lewis',
    agency: 'costello',
    roles: ['school_attendance_lead'],
    onPatrol: false,
  },
} as const satisfies Record<
  string,
  { givenName: string; familyName: string; agency: string; roles: readonly Role[]; onPatrol: boolean }
>;
export type PersonName = keyof typeof people;

const agencies: Record<string, { name: string; kind: AgencyKind }> = {
  council: { name: 'Hampshire County Council', kind: 'council' },
  police: { name: 'Hampshire Constabulary', kind: 'police' },
  community: { name: 'Basingstoke Community Safety', kind: 'community_safety' },
  costello: { name: 'The Costello School', kind: 'school' },
};

/** Pupils on roll: two with the same name at different schools, and siblings. */
export const pupils = [
  {
    givenName: 'Kai',
    familyName: 'Brown',
    dateOfBirth: '2012-03-14',
    yearGroup: 10,
    school: 'The Costello School',
  },
  {
    givenName: 'Mia',
    familyName: 'Hollis',
    dateOfBirth: '2016-10-02',
    yearGroup: 5,
    school: 'Park View Primary School',
  },
  {
    givenName: 'Ruby',
    familyName: 'Hollis',
    dateOfBirth: '2018-11-20',
    yearGroup: 3,
    school: 'Park View Primary School',
  },
  { givenName: 'Jayden', familyName: 'Pike', dateOfBirth: '2013-05-06', yearGroup: 8, school: 'Cranbourne' },
  {
    givenName: 'Jayden',
    familyName: 'Pike',
    dateOfBirth: '2013-01-30',
    yearGroup: 8,
    school: 'Everest Community Academy',
  },
  {
    givenName: 'Aleksander',
    familyName: 'Wójcik',
    dateOfBirth: '2012-04-03',
    yearGroup: 9,
    school: 'The Vyne Community School',
  },
] as const;

export interface Seeded {
  readonly staffIds: Readonly<Record<PersonName, string>>;
  readonly childIds: readonly string[];
}

/**
 * Fills an empty database: scheme, agencies, staff with an account each on the platform, the district's schools and
 * places, pupils, and (unless told otherwise) an Attendance Day on `now` with a patrol.
 */
export async function seedScheme(
  prisma: PrismaClient,
  input: {
    mode: 'live' | 'practice';
    platform: Platform;
    tenant: string;
    /** Each person's user id on the platform. */
    userIdOf: (name: PersonName) => string;
    now: Date;
    withDay?: boolean;
  },
): Promise<Seeded> {
  await prisma.scheme.create({
    data: {
      id: 1,
      mode: input.mode,
      name: 'Test district',
      accessContact: 'ask Dana Whitlock, 01632 960001',
      receptionTeam: '01632 960002',
      privacyNoticeUrl: 'https://www.example.org/attendance-days-privacy',
    },
  });
  for (const [key, agency] of Object.entries(agencies))
    await prisma.agency.create({ data: { key, ...agency } });
  await seedGazetteer(prisma);
  const schools = new Map((await prisma.school.findMany()).map((school) => [school.name, school.id]));
  const staffIds = {} as Record<PersonName, string>;
  for (const [name, person] of Object.entries(people) as [PersonName, (typeof people)[PersonName]][]) {
    const agency = await prisma.agency.findUniqueOrThrow({ where: { key: person.agency } });
    const staff = await prisma.staffMember.create({
      data: {
        email: `${name}@example.org`,
        givenName: person.givenName,
        familyName: person.familyName,
        roles: [...person.roles],
        agencyId: agency.id,
        schoolId: person.agency === 'costello' ? (schools.get('The Costello School') ?? null) : null,
        accounts: {
          create: { platform: input.platform, tenant: input.tenant, userId: input.userIdOf(name) },
        },
      },
    });
    staffIds[name] = staff.id;
  }
  const childIds: string[] = [];
  for (const { school, dateOfBirth, ...pupil } of pupils) {
    const child = await prisma.child.create({
      data: { ...pupil, dateOfBirth: toDateColumn(dateOfBirth), schoolId: schools.get(school) ?? null },
    });
    childIds.push(child.id);
  }
  if (input.withDay !== false) await seedDay(prisma, { now: input.now, staffIds });
  return { staffIds, childIds };
}

async function seedDay(prisma: PrismaClient, input: { now: Date; staffIds: Record<PersonName, string> }) {
  const onPatrol = (Object.keys(people) as PersonName[]).filter((name) => people[name].onPatrol);
  await prisma.attendanceDay.create({
    data: {
      date: toDateColumn(toLocalDate(input.now)),
      area: 'Basingstoke town centre',
      opensAt: new Date(input.now.getTime() - 3 * 3600_000),
      closesAt: new Date(input.now.getTime() + 3 * 3600_000),
      coordinatorId: input.staffIds.whitlock,
      patrols: {
        create: {
          name: 'Town centre',
          members: { create: onPatrol.map((name) => ({ staffId: input.staffIds[name] })) },
        },
      },
    },
  });
}

async function seedGazetteer(prisma: PrismaClient): Promise<void> {
  const rows = (file: string): Record<string, string>[] =>
    parse(readFileSync(join(__dirname, '../../prisma/samples', file)), { columns: true });
  const aliases = (row: Record<string, string>) =>
    (row.aliases ?? '').split(';').filter((alias) => alias !== '');
  await prisma.school.createMany({
    data: rows('schools.csv').map((row) => ({
      name: row.name ?? '',
      phase: row.phase ?? '',
      aliases: aliases(row),
    })),
  });
  await prisma.place.createMany({
    data: rows('places.csv').map((row) => ({
      name: row.name ?? '',
      kind: row.kind ?? '',
      aliases: aliases(row),
    })),
  });
}
