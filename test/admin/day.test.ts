import { withTestDatabases } from '../helpers/database';
import { seedAdmin, type } from './typing';

const create = ['--as', 'S-1', 'day', 'create', '--date', '2026-11-24', '--area', 'Town centre'];
const hours = ['--from', '09:00', '--until', '15:30'];
const direction = [
  ...['--designated-place', 'Library', '--direction-by', 'Supt Lowe', '--direction-area', 'Top of Town'],
  ...['--direction-from', '10:00', '--direction-until', '15:00'],
];

withTestDatabases('day', (db) => {
  beforeEach(() => seedAdmin(db));

  const shown = async () => (await type(db, ['--as', 'S-2', 'day', 'show', '2026-11-24'])).lines;

  test('create and show: hours by the agency’s clock, direction, patrols by staff number', async () => {
    const patrols = ['--patrol', 'Parks: S-3, dana.whitlock@example.org*', '--coordinator', 'S-1'];
    const typed = await type(db, [...create, ...hours, ...direction, ...patrols]);
    expect(typed).toMatchObject({ code: 0 });
    expect(typed.lines.at(-1)).toBe('Created the Attendance Day of 2026-11-24: 1 patrol, 2 staff.');
    expect(await shown()).toEqual([
      'Attendance Day 2026-11-24, 09:00 to 15:30',
      'Area: Town centre',
      'Designated place: Library',
      'Section 16 direction: 10:00 to 15:00, Top of Town, by Supt Lowe',
      'Coordinator: S-1',
      'Patrol Parks: S-1 (leads), S-3',
      'Encounters: 0',
      'Open',
    ]);
  });

  test('change replaces what is named, a patrol by its name, and keeps the rest', async () => {
    await type(db, [...create, ...hours, ...direction, '--patrol', 'A: S-1, S-3; B: S-2, S-1']);
    const change = ['--as', 'S-1', 'day', 'change', '--date', '2026-11-24'];
    const typed = await type(db, [
      ...change,
      '--until',
      '16:00',
      '--no-direction',
      '--patrol',
      'B: S-2, S-3',
    ]);
    expect(typed.lines.at(-1)).toBe('Changed the Attendance Day of 2026-11-24: 2 patrols, 3 staff.');
    expect(await shown()).toEqual([
      'Attendance Day 2026-11-24, 09:00 to 16:00',
      'Area: Town centre',
      'Designated place: Library',
      'Section 16 direction: none',
      'Coordinator: all coordinators',
      'Patrol A: S-1, S-3',
      'Patrol B: S-2, S-3',
      'Encounters: 0',
      'Open',
    ]);
    const [event] = await db.pg(`SELECT fields FROM "AuditEvent" WHERE action = 'day.changed'`);
    expect(event).toEqual({ fields: ['until', 'direction', 'patrols'] });
    await type(db, [...change, '--area', 'Popley']);
    expect(await shown()).toContain('Patrol B: S-2, S-3');
  });

  test('close gives drafts left open to the coordinator and tells both', async () => {
    await type(db, [...create, ...hours, '--coordinator', 'S-1', '--patrol', 'A: S-3, S-2']);
    const staff = await db.prisma.staffMember.findMany({ orderBy: { number: 'asc' } });
    for (const { id, number } of staff)
      await db.prisma.account.create({
        data: { platform: 'practice', tenant: 'practice', userId: `user${number}`, staffId: id },
      });
    const author = await db.prisma.account.findFirstOrThrow({ where: { userId: 'user3' } });
    const at = new Date('2026-11-24T11:00:00Z');
    await db.prisma.draft.create({
      data: {
        staffId: author.staffId ?? '',
        accountId: author.id,
        sources: [],
        children: [],
        sentAt: at,
        remindAt: at,
      },
    });
    const typed = await type(db, ['--as', 'S-2', 'day', 'close', '2026-11-24']);
    expect(typed).toMatchObject({
      code: 0,
      lines: ['Closed the day of 2026-11-24. Drafts handed to the coordinator: D-1.'],
    });
    expect(await db.pg('SELECT state FROM "Draft"')).toEqual([{ state: 'with_coordinator' }]);
    const told = await db.pg<{ conversation: string }>('SELECT DISTINCT conversation FROM "Outgoing"');
    expect(told).toHaveLength(2);
    expect((await shown()).at(-1)).toBe('Closed at 10:00');
    expect(await type(db, ['--as', 'S-2', 'day', 'close', '2026-11-24'])).toMatchObject({ code: 1 });
    const late = ['--as', 'S-1', 'day', 'change', '--date', '2026-11-24', '--area', 'Popley'];
    expect(await type(db, late)).toMatchObject({ code: 1, lines: [expect.stringContaining('closed')] });
  });

  test.each([
    ['an officer', ['--as', 'S-3', ...create.slice(2), ...hours], 1],
    ['nobody', [...create.slice(2), ...hours], 2],
    ['without hours', create, 2],
    ['with half a direction', [...create, ...hours, '--direction-by', 'Supt Lowe'], 2],
    ['with a patrol of nobody', [...create, ...hours, '--patrol', 'Parks'], 2],
  ])('%s: not created', async (_what, argv, code) => {
    expect((await type(db, argv)).code).toBe(code);
    expect(await db.pg('SELECT 1 FROM "AttendanceDay"')).toEqual([]);
  });
});
