import { withTestDatabases } from '../../helpers/database';
import { countsOf, importText, problemsOf, seedImporting } from './importing';

const header =
  'email,given name,family name,agency,agency name,agency kind,roles,powers,school,slack team,slack user,teams tenant,teams aadObjectId,active';
const aad = '11111111-2222-4333-8444-555555555555';
const tenant = 'AAAAAAAA-2222-4333-8444-555555555555';

withTestDatabases('a file of staff', (db) => {
  beforeEach(() => seedImporting(db));

  const osei = (rest = 'constable,constable:2024-09-01..,,T1,U1,,,yes') =>
    `Ama.Osei@example.org,Ama,Osei,police,The Force,police,${rest}`;

  const accounts = () =>
    db.pg<{ userId: string; number: number | null }>(
      `SELECT a."userId", s.number FROM "Account" a LEFT JOIN "StaffMember" s ON s.id = a."staffId" ORDER BY 1`,
    );

  test('brings in the person, a new agency, roles, powers with their dates, and accounts', async () => {
    const lead = `lee@example.org,Lee,Lowe,oak,Oak,school,School attendance lead,,Oak Tech,,,${tenant},${aad},`;
    const imported = await importText(db, 'staff', [header, osei(), lead]);
    expect(countsOf(imported)).toEqual([2, 0, 0]);
    expect(
      await db.pg(
        `SELECT m.number, m.email, m.roles::text[] AS roles, a.key, a.kind, s.name AS school, p.power, p."from"::text
         FROM "StaffMember" m JOIN "Agency" a ON a.id = m."agencyId" LEFT JOIN "School" s ON s.id = m."schoolId"
         LEFT JOIN "StaffPower" p ON p."staffId" = m.id WHERE m.number > 1 ORDER BY m.number`,
      ),
    ).toEqual([
      {
        number: 2,
        email: 'ama.osei@example.org',
        roles: ['constable'],
        key: 'police',
        kind: 'police',
        school: null,
        power: 'constable',
        from: '2024-09-01',
      },
      {
        number: 3,
        email: 'lee@example.org',
        roles: ['school_attendance_lead'],
        key: 'oak',
        kind: 'school',
        school: 'Oak School',
        power: null,
        from: null,
      },
    ]);
    expect(await db.pg('SELECT platform, tenant, "userId" FROM "Account" ORDER BY platform')).toEqual([
      { platform: 'slack', tenant: 'T1', userId: 'U1' },
      { platform: 'teams', tenant: tenant.toLowerCase(), userId: aad },
    ]);
  });

  test('again, nothing changes and no audit row of a person is written', async () => {
    await importText(db, 'staff', [header, osei()]);
    const before = await db.pg(`SELECT 1 FROM "AuditEvent" WHERE "subjectType" = 'StaffMember'`);
    expect(before).toHaveLength(1);
    expect(countsOf(await importText(db, 'staff', [header, osei()]))).toEqual([0, 0, 1]);
    expect(await db.pg(`SELECT 1 FROM "AuditEvent" WHERE "subjectType" = 'StaffMember'`)).toEqual(before);
  });

  test('a change names its fields in the audit, and powers are replaced by the file’s', async () => {
    await importText(db, 'staff', [header, osei()]);
    await importText(db, 'staff', [header, osei('pcso,pcso_removal:2026-01-01..2027-01-01:on foot,,,,,,no')]);
    const [event] = await db.pg<{ action: string; fields: string[] }>(
      `SELECT action, fields FROM "AuditEvent" WHERE "subjectType" = 'StaffMember' ORDER BY id DESC LIMIT 1`,
    );
    expect(event).toEqual({ action: 'staff.changed', fields: ['roles', 'active', 'powers'] });
    expect(await db.pg('SELECT power, "from"::text, "until"::text, limits FROM "StaffPower"')).toEqual([
      { power: 'pcso_removal', from: '2026-01-01', until: '2027-01-01', limits: 'on foot' },
    ]);
  });

  test('an account that moves to another person is said, by number', async () => {
    await importText(db, 'staff', [header, osei()]);
    const reid = 'reid@example.org,Cal,Reid,police,,,constable,,,T1,U1,,,';
    const imported = await importText(db, 'staff', [header, reid]);
    expect(imported).toMatchObject({ notes: ['A Slack account of S-2 belongs to S-3 now.'] });
    expect(await accounts()).toEqual([{ userId: 'U1', number: 3 }]);
    expect(await db.pg(`SELECT 1 FROM "AuditEvent" WHERE action = 'account.moved'`)).toHaveLength(1);
  });

  test('an account id put right leaves the wrong one with no rights', async () => {
    await importText(db, 'staff', [header, osei('constable,,,T1,UWRONG,,,')]);
    await importText(db, 'staff', [header, osei('constable,,,T1,URIGHT,,,')]);
    expect(await accounts()).toEqual([
      { userId: 'URIGHT', number: 2 },
      { userId: 'UWRONG', number: null },
    ]);
  });

  test('an account or an address twice in the file is refused, naming both lines', async () => {
    const twice = [header, osei(), 'b@example.org,B,B,council,,,coordinator,,,T1,u1,,,', osei('pcso,,,,,,,')];
    expect(problemsOf(await importText(db, 'staff', twice))).toEqual([
      expect.stringMatching(/^3 slack user: .*line 2/),
      expect.stringMatching(/^4 email: .*line 2/),
    ]);
  });

  test('wrong cells are named', async () => {
    const wrong = await importText(db, 'staff', [
      header,
      'not an address,A,A,council,,,coordinator,,,,,,,',
      'b@example.org,B,B,nowhere,,,sheriff,constable,,T1,,,not-a-guid,perhaps',
      'c@example.org,C,C,council,,police,constable,,,,,,,',
      'd@example.org,D,D,council,,,school attendance lead,,,,,,,',
    ]);
    expect(problemsOf(wrong).map((problem) => problem.split(':')[0])).toEqual([
      '2 email',
      '3 roles',
      '3 powers',
      '3 active',
      '3 slack user',
      '3 teams tenant',
      '3 agency',
      '4 agency kind',
      '4 roles',
      '5 school',
    ]);
    expect(await db.pg('SELECT 1 FROM "StaffMember"')).toHaveLength(1);
  });

  test('no file can leave a scheme that nobody may set right', async () => {
    const leaving = 'al@example.org,Al,Admin,council,,,education welfare officer,,,,,,,';
    expect(problemsOf(await importText(db, 'staff', [header, leaving]))).toEqual([
      expect.stringContaining('2 roles: would leave nobody'),
    ]);
    const successor = 'next@example.org,N,Next,council,,,administrator,,,,,,,';
    expect(countsOf(await importText(db, 'staff', [header, leaving, successor]))).toEqual([1, 1, 0]);
  });
});
