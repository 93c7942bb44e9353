import { inOneTransaction } from '../../../src/data/unitOfWork';
import type { Person } from '../../../src/domain/person';
import { createDay } from '../../../src/usecases/days/createDay';
import type { DayPlan } from '../../../src/usecases/days/dayPlan';
import { withTestDatabases } from '../../helpers/database';
import { type Seeded, seedScheme } from '../../helpers/seedScheme';

const now = new Date('2026-11-23T10:00:00Z');
const plan: DayPlan = {
  date: '2026-11-24',
  area: 'Town centre',
  from: '09:00',
  until: '15:30',
  designatedPlace: null,
  direction: null,
  coordinator: null,
  patrols: [
    {
      name: 'Parks',
      members: [
        { staff: 'osei@example.org', leads: true },
        { staff: 'marsh@example.org', leads: false },
      ],
    },
  ],
};
const direction = { givenBy: 'Supt Lowe', area: 'Top of Town', from: '10:00', until: '15:00' };

withTestDatabases('creating an Attendance Day', (db) => {
  let seeded: Seeded;
  beforeEach(async () => {
    await db.truncate();
    seeded = await seedScheme(db.prisma, {
      mode: 'practice',
      platform: 'practice',
      tenant: 'practice',
      userIdOf: (name) => name,
      now,
      withDay: false,
    });
    await db.prisma.staffPower.create({
      data: { staffId: seeded.staffIds.osei, power: 'constable', from: new Date('2020-01-01') },
    });
  });

  const create = (change: Partial<DayPlan> = {}) => {
    const person: Person = {
      staffId: seeded.staffIds.whitlock,
      name: 'Dana Whitlock',
      roles: ['coordinator'],
      agencyId: '',
      agencyKind: 'council',
      schoolId: null,
      onRoster: false,
    };
    const actor = { kind: 'command_line', staffId: person.staffId } as const;
    return inOneTransaction({ prisma: db.prisma, now, actor }, (work) =>
      createDay(work, person, { ...plan, ...change }),
    );
  };

  test('stores its hours as moments of the agency’s clock, summer time too', async () => {
    expect(await create()).toEqual({ kind: 'stored', patrols: 1, staff: 2, warnings: [] });
    await create({ date: '2027-06-15', direction, designatedPlace: 'Library' });
    const days = await db.prisma.attendanceDay.findMany({ orderBy: { date: 'asc' } });
    expect(days.map(({ opensAt }) => opensAt.toISOString())).toEqual([
      '2026-11-24T09:00:00.000Z',
      '2027-06-15T08:00:00.000Z',
    ]);
    expect(days[1]?.directionUntil?.toISOString()).toBe('2027-06-15T14:00:00.000Z');
  });

  test.each<[string, Partial<DayPlan>, string]>([
    ['a Saturday', { date: '2026-11-28' }, 'Saturday'],
    ['a Sunday', { date: '2026-11-29' }, 'Sunday'],
    ['a day that is over', { date: '2026-11-20' }, 'is over'],
    ['a day that does not exist', { date: '2026-11-31' }, 'not a day'],
    ['a time that can’t be read', { from: '9' }, 'can’t be read'],
    ['an end before the beginning', { until: '08:00' }, 'ends before it begins'],
    [
      'a direction that ends before it begins',
      { direction: { ...direction, until: '09:00' } },
      'direction ends',
    ],
    ['a direction of nobody', { direction: { ...direction, givenBy: ' ' } }, 'superintendent'],
    ['an empty area', { area: ' ' }, 'area'],
    [
      'somebody unknown on a patrol',
      { patrols: [{ name: 'A', members: [{ staff: 'x@y.z', leads: false }] }] },
      'person 1',
    ],
    ['a coordinator without the role', { coordinator: 'osei@example.org' }, 'role of coordinator'],
    ['two patrols of one name', { patrols: [...plan.patrols, ...plan.patrols] }, 'Two patrols'],
  ])('%s is refused with a sentence, and nothing is stored', async (_what, change, sentence) => {
    expect(await create(change)).toEqual({ kind: 'refused', sentence: expect.stringContaining(sentence) });
    expect(await db.pg('SELECT 1 FROM "AttendanceDay"')).toEqual([]);
  });

  test('one day for a date', async () => {
    await create();
    expect(await create()).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('already') });
  });

  test('warns of a patrol of one, of somebody on two, of nobody with the power, of no designated place', async () => {
    const alone = [{ name: 'A', members: [{ staff: 'marsh@example.org', leads: true }] }];
    const both = [...alone, { name: 'B', members: [...(alone[0]?.members ?? [])] }];
    expect(await create({ patrols: both, direction })).toMatchObject({
      warnings: [
        'Patrol "A" has fewer than two people.',
        'Patrol "B" has fewer than two people.',
        expect.stringMatching(/^S-\d+ is on two patrols\.$/),
        expect.stringContaining('power of removal'),
        expect.stringContaining('no designated place'),
      ],
    });
  });

  test('a power whose designation has ended does not count', async () => {
    await db.prisma.staffPower.updateMany({ data: { until: new Date('2026-11-23') } });
    expect(await create()).toMatchObject({ warnings: [expect.stringContaining('power of removal')] });
  });
});
