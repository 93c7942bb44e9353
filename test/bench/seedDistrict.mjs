import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { insertRows } from './insertRows.mjs';
import { pupilName } from './names.mjs';

const require = createRequire(import.meta.url);
require('../setup/typescriptHook.cjs');
const { seedScheme } = require('../helpers/seedScheme.ts');
const { createDatabase } = require('../../dist/data/client');

export const tenant = 'T0ROLLCALL';
const officerCount = 400;
const pupilCount = 2000;
/** Attendance Days before today. Prime to the number of pupils, so that the same pupil comes round on another day. */
const dayCount = 91;
const dayMs = 24 * 3600_000;

/** Whose people the officers are, and the nth one's id there. */
const slack = { platform: 'slack', tenant, userIdOf: (index) => `U0B${String(index).padStart(4, '0')}` };

/**
 * Fills a migrated database with a district at work: schools, places, staff, 400 officers on patrol with an account of
 * one platform each, 2,000 pupils, an Attendance Day today and on each of the last 91 days.
 */
export async function seedDistrict({ url, client, now, accounts = slack }) {
  const database = createDatabase({ url, poolSize: 2 });
  const { platform, tenant } = accounts;
  const userIdOf = (name) => `U0${name.toUpperCase()}`;
  await seedScheme(database.prisma, { mode: 'live', platform, tenant, userIdOf, now });
  await database.close();
  const all = async (sql) => (await client.query(sql)).rows;
  const [police] = await all(`SELECT id FROM "Agency" WHERE key = 'police'`);
  const [patrol] = await all(`SELECT id FROM "Patrol" LIMIT 1`);
  const schools = await all(`SELECT id, name FROM "School" ORDER BY name`);
  const places = await all(`SELECT name FROM "Place" ORDER BY name`);
  const officers = await seedOfficers(client, {
    agencyId: police.id,
    patrolId: patrol.id,
    accounts,
  });
  const pupils = await insertRows(
    client,
    'Child',
    Array.from({ length: pupilCount }, (_, index) => ({
      id: randomUUID(),
      identified: true,
      active: true,
      ...pupilName(index),
      yearGroup: 7 + (index % 5),
      dateOfBirth: new Date(Date.UTC(2014 - (index % 5), index % 12, 1 + (index % 28))),
      schoolId: schools[index % schools.length].id,
      createdAt: now,
    })),
  );
  await insertRows(
    client,
    'AttendanceDay',
    Array.from({ length: dayCount }, (_, index) => ({
      id: randomUUID(),
      date: new Date(now.getTime() - (index + 1) * dayMs).toISOString().slice(0, 10),
      area: 'Basingstoke',
      opensAt: new Date(now.getTime() - (index + 1) * dayMs - 3 * 3600_000),
      closesAt: new Date(now.getTime() - (index + 1) * dayMs + 3 * 3600_000),
    })),
  );
  return { officers, pupils, schools, places, dayCount };
}

async function seedOfficers(client, { agencyId, patrolId, accounts }) {
  const staff = await insertRows(
    client,
    'StaffMember',
    Array.from({ length: officerCount }, (_, index) => ({
      id: randomUUID(),
      email: `officer${index}@example.org`,
      ...pupilName(index * 7),
      roles: '{constable}',
      active: true,
      agencyId,
    })),
  );
  await insertRows(
    client,
    'PatrolMember',
    staff.map(({ id }) => ({ patrolId, staffId: id, leads: false })),
  );
  const stored = await insertRows(
    client,
    'Account',
    staff.map(({ id }, index) => ({
      id: randomUUID(),
      platform: accounts.platform,
      tenant: accounts.tenant,
      userId: accounts.userIdOf(index),
      staffId: id,
      createdAt: new Date(),
    })),
  );
  return stored.map((account) => ({
    staffId: account.staffId,
    accountId: account.id,
    userId: account.userId,
    chat: `D${account.userId.slice(1)}`,
  }));
}
