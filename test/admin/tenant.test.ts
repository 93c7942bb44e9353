import { inOneTransaction } from '../../src/data/unitOfWork';
import { linkAccountByEmail } from '../../src/usecases/accounts/linkAccountByEmail';
import { withTestDatabases } from '../helpers/database';
import { now, seedAdmin, type } from './typing';

const tenant = '11111111-aaaa-4111-8111-111111111111';

withTestDatabases('tenant', (db) => {
  beforeEach(async () => {
    await seedAdmin(db);
    await db.prisma.scheme.update({ where: { id: 1 }, data: { linkByVerifiedEmail: true } });
  });

  const link = (agency: string, as = 'S-2') =>
    type(db, [
      ...['--as', as, 'tenant', 'link', '--platform', 'teams'],
      ...['--tenant', tenant.toUpperCase(), '--agency', agency],
    ]);
  /** Somebody of the tenant whose address is verified writes for the first time. */
  const firstContact = async (verifiedEmail: string) => {
    const account = await db.prisma.account.create({
      data: { platform: 'teams', tenant, userId: verifiedEmail },
    });
    return inOneTransaction({ prisma: db.prisma, now, actor: { kind: 'service' } }, (work) =>
      linkAccountByEmail(work, { accountId: account.id, verifiedEmail }),
    );
  };

  test('link says whose people a tenant has, once; list shows it', async () => {
    expect((await type(db, ['--as', 'S-2', 'tenant', 'list'])).lines.join()).toContain('No tenant is linked');
    expect(await link('police')).toMatchObject({ code: 0, lines: ['The tenant is linked.'] });
    expect((await link('police')).lines).toEqual(['It was linked like this already.']);
    expect((await type(db, ['--as', 'S-2', 'tenant', 'list'])).lines).toEqual([`teams ${tenant}: police`]);
    expect(await db.pg(`SELECT 1 FROM "AuditEvent" WHERE action = 'tenant.linked'`)).toHaveLength(1);
  });

  test('an agency nobody knows, and an officer, link nothing', async () => {
    expect((await link('navy')).lines.join()).toContain('council, police');
    expect((await link('police', 'S-3')).code).toBe(1);
    expect(await db.pg('SELECT 1 FROM "TenantAgency"')).toEqual([]);
  });

  test('people of a linked tenant are linked by e-mail to staff of its agency, to nobody else', async () => {
    await link('police');
    expect(await firstContact('dana.whitlock@example.org')).toBeNull();
    expect(await firstContact('ama.osei@example.org')).not.toBeNull();
    const linked = await db.pg('SELECT "userId" FROM "Account" WHERE "staffId" IS NOT NULL');
    expect(linked).toEqual([{ userId: 'ama.osei@example.org' }]);
  });

  test('people of a tenant that is not linked are linked as before', async () => {
    expect(await firstContact('dana.whitlock@example.org')).not.toBeNull();
  });
});
