import { findAction } from '../../src/conversation/route/findAction';
import type { Turn } from '../../src/conversation/turn';
import { inOneTransaction } from '../../src/data/unitOfWork';
import { withTestDatabases } from '../helpers/database';

const me = '00000000-0000-4000-8000-000000000001';
const another = '00000000-0000-4000-8000-000000000002';
const now = new Date('2026-11-24T11:00:00Z');

withTestDatabases('a button’s token', (db) => {
  afterEach(() => db.truncate());

  const press = (token: string) =>
    inOneTransaction({ prisma: db.prisma, now, actor: { kind: 'service' } }, (work) =>
      findAction({ work, person: { staffId: me } } as unknown as Turn, token),
    );
  const mint = (change: { staffId?: string; expiresAt?: Date; subject?: object } = {}) =>
    db.prisma.buttonToken.create({
      data: {
        token: 'a-token',
        action: 'help.show',
        subject: { name: 'help.show' },
        staffId: me,
        expiresAt: new Date(now.getTime() + 1000),
        ...change,
      },
    });

  test('works for the person it was made for', async () => {
    await mint();
    expect(await press('a-token')).toEqual({ kind: 'action', action: { name: 'help.show' } });
  });

  test.each([
    ['of another person', { staffId: another }, 'made for somebody else'],
    ['that has expired', { expiresAt: now }, 'no longer works'],
    ['for an action nobody knows', { subject: { name: 'everything.delete' } }, 'no longer works'],
  ])('%s is refused with a sentence', async (_words, change, sentence) => {
    await mint(change);
    expect(await press('a-token')).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining(sentence),
    });
  });

  test('made up is refused, however long', async () => {
    expect(await press('x'.repeat(100_000))).toMatchObject({ kind: 'refused' });
  });
});
