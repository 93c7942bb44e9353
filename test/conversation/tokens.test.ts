import { closeForm, findAction, findForm } from '../../src/conversation/route/findAction';
import type { Turn } from '../../src/conversation/turn';
import { inOneTransaction } from '../../src/data/unitOfWork';
import { withTestDatabases, withTestServer } from '../helpers/database';
import { waitFor } from '../helpers/waitFor';

const me = '00000000-0000-4000-8000-000000000001';
const another = '00000000-0000-4000-8000-000000000002';
const now = new Date('2026-11-24T11:00:00Z');
const nextMoment = new Date(now.getTime() + 1);

const noLongerWorks = {
  kind: 'refused',
  sentence: 'This button no longer works. Write to me, and I show you what is true now.',
};
const notYours = {
  kind: 'refused',
  sentence: 'This button was made for somebody else. Write to me, and I make you your own.',
};
const formExpired = {
  kind: 'refused',
  sentence: 'This form was open for too long and was not saved. Open it again: nothing else is lost.',
};

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
        expiresAt: nextMoment,
        ...change,
      },
    });

  test('works for the person it was made for, until it expires', async () => {
    await mint();
    expect(await press('a-token')).toEqual({ kind: 'action', action: { name: 'help.show' } });
  });

  test.each([
    ['of another person', { staffId: another }, notYours],
    ['that has expired', { expiresAt: now }, noLongerWorks],
    ['of another person that has expired', { staffId: another, expiresAt: now }, noLongerWorks],
    ['for an action nobody knows', { subject: { name: 'everything.delete' } }, noLongerWorks],
  ])('%s is refused with a sentence', async (_words, change, refused) => {
    await mint(change);
    expect(await press('a-token')).toEqual(refused);
  });

  test.each([
    ['however long', 'x'.repeat(100_000)],
    ['a beginning of one', 'a-toke'],
    ['one and more', 'a-token '],
    ['nothing', ''],
  ])('made up is refused: %s', async (_words, token) => {
    await mint();
    expect(await press(token)).toEqual(noLongerWorks);
  });
});

const filled = { to: null, time: '10:52', age: 14, several: ['a', 'b'], told: true };
const purpose = { name: 'encounter.handOver', encounterId: another };

withTestDatabases('a form that comes back', (db) => {
  afterEach(() => db.truncate());

  const find = (session: string) =>
    inOneTransaction({ prisma: db.prisma, now, actor: { kind: 'service' } }, (work) =>
      findForm({ work, person: { staffId: me } } as unknown as Turn, session),
    );
  const open = (change: {
    staffId?: string;
    expiresAt?: Date;
    usedAt?: Date;
    subject?: object;
    filled?: object;
  }) =>
    db.prisma.formSession.create({
      data: {
        id: 'a-form',
        form: purpose.name,
        subject: purpose,
        filled,
        staffId: me,
        expiresAt: nextMoment,
        ...change,
      },
    });

  test('is known by its name: what it is for, and what stood in it', async () => {
    await open({});
    expect(await find('a-form')).toEqual({ kind: 'form', purpose, filled });
  });

  test('that was accepted before is known as such, and only that one', async () => {
    await open({});
    await db.prisma.formSession.create({
      data: { id: 'other', form: '', subject: purpose, filled, staffId: me, expiresAt: nextMoment },
    });
    await inOneTransaction({ prisma: db.prisma, now, actor: { kind: 'service' } }, (work) =>
      closeForm({ work } as unknown as Turn, 'a-form'),
    );
    expect(await find('a-form')).toEqual({ kind: 'again' });
    expect(await find('other')).toMatchObject({ kind: 'form' });
    expect(await db.prisma.formSession.findUniqueOrThrow({ where: { id: 'a-form' } })).toMatchObject({
      usedAt: now,
    });
  });

  test.each([
    ['of another person', { staffId: another }, notYours],
    ['of another person, accepted before', { staffId: another, usedAt: now }, notYours],
    ['that was open for too long', { expiresAt: now }, formExpired],
    ['for a purpose nobody knows', { subject: { name: 'everything.delete' } }, formExpired],
    ['with values nobody reads', { filled: { to: { name: 'Mrs Pike' } } }, formExpired],
  ])('%s is refused with a sentence', async (_words, change, refused) => {
    await open(change);
    expect(await find('a-form')).toEqual(refused);
  });

  test('made up is refused', async () => {
    await open({});
    for (const session of ['', 'x'.repeat(100_000), 'a-for', 'a-form '])
      expect(await find(session)).toEqual(formExpired);
  });
});

withTestServer('a form sent twice at once', (db) => {
  test('the second waits for the first, and then changes nothing', async () => {
    await db.prisma.formSession.create({
      data: { id: 'a-form', form: '', subject: purpose, filled, staffId: me, expiresAt: nextMoment },
    });
    const run = <T>(use: (turn: Turn) => Promise<T>) =>
      inOneTransaction({ prisma: db.prisma, now, actor: { kind: 'service' } }, (work) =>
        use({ work, person: { staffId: me } } as unknown as Turn),
      );
    const isWaiting = async () =>
      (
        await db.pg(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )
      ).length > 0;
    let second: Promise<{ kind: string }> | undefined;
    const first = await run(async (turn) => {
      const found = await findForm(turn, 'a-form');
      let isAnswered = false;
      second = run((other) => findForm(other, 'a-form')).finally(() => {
        isAnswered = true;
      });
      await waitFor(async () => isAnswered || (await isWaiting()));
      await closeForm(turn, 'a-form');
      return found;
    });
    expect([first.kind, (await second)?.kind]).toEqual(['form', 'again']);
  });
});
