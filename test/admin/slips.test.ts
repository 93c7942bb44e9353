import { withTestDatabases } from '../helpers/database';
import { seedAdmin, type } from './typing';

withTestDatabases('slips', (db) => {
  beforeEach(() => seedAdmin(db));

  test('counts by month and agency, without naming anybody', async () => {
    const osei = await db.prisma.staffMember.findFirstOrThrow({ where: { familyName: 'Osei' } });
    for (const at of ['2026-10-31T23:30:00Z', '2026-11-24T11:00:00Z', '2026-11-24T12:00:00Z'])
      await db.prisma.channelSlip.create({
        data: {
          at: new Date(at),
          platform: 'slack',
          tenant: 'T1',
          conversation: 'C1',
          staffId: osei.id,
          mentioned: true,
        },
      });
    expect((await type(db, ['--as', 'S-1', 'slips'])).lines).toEqual([
      '2026-11 police: 2 by 1 person',
      '2026-10 police: 1 by 1 person',
    ]);
    expect((await type(db, ['--as', 'S-3', 'slips'])).code).toBe(1);
  });

  test('says so where there were none', async () => {
    expect((await type(db, ['--as', 'S-1', 'slips'])).lines).toEqual([
      'No child was named in a channel that I can read.',
    ]);
  });
});
