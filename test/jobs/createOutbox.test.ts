import pino from 'pino';
import type { Card } from '../../src/conversation/model/card';
import type { Delivery, DeliveryResult, Sender } from '../../src/conversation/model/delivery';
import { createDatabase } from '../../src/data/client';
import type { OutgoingOperation } from '../../src/data/generated/client';
import { createOutbox, type Outbox } from '../../src/jobs/createOutbox';
import { withTestDatabases } from '../helpers/database';
import { startDatabaseLine } from '../helpers/databaseLine';
import { waitFor } from '../helpers/waitFor';

const card = (title: string): Card => ({ title, summary: title, blocks: [] });
const fast = { burst: 1000, perSecond: 1000 };

/** A platform that answers as told, and otherwise takes everything. */
function platformThat(
  answers: Record<string, readonly DeliveryResult[]> = {},
  found: string | 'absent' | null = null,
) {
  const delivered: Delivery[] = [];
  const left = new Map(Object.entries(answers).map(([title, results]) => [title, [...results]]));
  const sender: Sender = {
    deliver: async (delivery) => {
      delivered.push(delivery);
      const title = 'card' in delivery ? delivery.card.title : delivery.operation;
      const messageRef = delivery.operation === 'post' ? `ref-${delivered.length}` : delivery.messageRef;
      return left.get(title)?.shift() ?? { kind: 'sent', messageRef, conversation: null };
    },
    find: async () => (found === null || found === 'absent' ? found : { messageRef: found }),
  };
  const said = () =>
    delivered.map((delivery) =>
      'card' in delivery ? `${delivery.operation} ${delivery.card.title}` : delivery.operation,
    );
  return { sender, delivered, said };
}

withTestDatabases('the outbox', (db) => {
  let outboxes: Outbox[] = [];
  afterEach(async () => {
    for (const outbox of outboxes) await outbox.stop();
    outboxes = [];
    await db.truncate();
  });

  const start = (sender: Sender, clock: () => Date = () => new Date()) => {
    const outbox = createOutbox({
      prisma: db.prisma,
      senders: { practice: sender },
      clock,
      log: pino({ level: 'silent' }),
      paces: { practice: fast },
    });
    outboxes.push(outbox);
    return outbox;
  };

  const leave = (
    title: string,
    options: {
      to?: string;
      operation?: OutgoingOperation;
      keptName?: string;
      messageRef?: string;
      onlyIfThere?: boolean;
    } = {},
  ) => {
    const userId = options.to ?? 'osei';
    const account = { platform: 'practice', tenant: 'practice', userId };
    return db.prisma.outgoing.create({
      data: {
        platform: 'practice',
        tenant: 'practice',
        conversation: `person:${userId}`,
        operation: options.operation ?? 'post',
        keptName: options.keptName ?? null,
        messageRef: options.messageRef ?? null,
        content: {
          to: { kind: 'person', account, reference: null },
          card: { ...card(title), blocks: [] },
          onlyIfThere: options.onlyIfThere ?? false,
        },
        nextAttemptAt: new Date(0),
      },
    });
  };
  const states = async () =>
    (await db.prisma.outgoing.findMany({ orderBy: { id: 'asc' } })).map((row) => row.state);

  test('one person’s messages leave in the order they were stored', async () => {
    const { sender, said } = platformThat();
    for (const title of ['1', '2', '3', '4', '5']) await leave(title);
    await start(sender).idle();
    expect(said()).toEqual(['post 1', 'post 2', 'post 3', 'post 4', 'post 5']);
    expect(await states()).toEqual(Array(5).fill('sent'));
  });

  test('a definite refusal is tried again and arrives once; those behind it wait, other people don’t', async () => {
    let now = Date.now();
    const { sender, said } = platformThat({
      first: [{ kind: 'retry', afterMs: 30_000, error: 'ratelimited' }],
    });
    await leave('first');
    await leave('second');
    await leave('for another', { to: 'hale' });
    const outbox = start(sender, () => new Date(now));
    await outbox.idle();
    expect(said().sort()).toEqual(['post first', 'post for another']);
    now += 31_000;
    await outbox.idle();
    expect(said().slice(2)).toEqual(['post first', 'post second']);
    expect(await states()).toEqual(['sent', 'sent', 'sent']);
  });

  test('after an unknown result a platform that can tell is asked: found means sent, and it is not sent again', async () => {
    const { sender, said } = platformThat({ hello: [{ kind: 'unknown', error: 'timeout' }] }, 'ref-found');
    await leave('hello', { keptName: 'draft:1' });
    await start(sender).idle();
    expect(said()).toEqual(['post hello']);
    expect(await db.prisma.outgoing.findFirstOrThrow()).toMatchObject({
      state: 'sent',
      sentRef: 'ref-found',
    });
    expect(await db.prisma.keptMessage.findFirstOrThrow()).toMatchObject({ messageRef: 'ref-found' });
  });

  test('after an unknown result a platform that can’t tell is never sent it twice: it is listed as uncertain', async () => {
    const { sender, said } = platformThat({ hello: [{ kind: 'unknown', error: 'timeout' }] });
    await leave('hello');
    await leave('next');
    await start(sender).idle();
    expect(said()).toEqual(['post hello', 'post next']);
    expect(await states()).toEqual(['uncertain', 'sent']);
  });

  test('a platform that can’t say just now whether it arrived is asked again later, and it is not sent meanwhile', async () => {
    let now = Date.now();
    const { sender, said } = platformThat({ hello: [{ kind: 'unknown', error: 'timeout' }] });
    const answers = [new Error('away'), { messageRef: 'ref-found' }];
    const asked = {
      ...sender,
      find: async () => {
        const answer = answers.shift();
        if (answer instanceof Error) throw answer;
        return answer ?? null;
      },
    };
    await leave('hello');
    const outbox = start(asked, () => new Date(now));
    await outbox.idle();
    expect(await states()).toEqual(['sending']);
    now += 20_000;
    await outbox.idle();
    expect(said()).toEqual(['post hello']);
    expect(await db.prisma.outgoing.findFirstOrThrow()).toMatchObject({
      state: 'sent',
      sentRef: 'ref-found',
    });
  });

  test('what can’t be delivered is listed, and an unreachable person is marked as such', async () => {
    await db.prisma.account.create({ data: { platform: 'practice', tenant: 'practice', userId: 'osei' } });
    const { sender } = platformThat({
      hello: [{ kind: 'never', error: 'user_disabled', unreachable: true }],
    });
    await leave('hello');
    await start(sender).idle();
    expect(await db.prisma.outgoing.findFirstOrThrow()).toMatchObject({
      state: 'undeliverable',
      lastError: 'user_disabled',
    });
    expect((await db.prisma.account.findFirstOrThrow()).unreachableSince).not.toBeNull();
  });

  test('an update finds the kept message that was posted just before it', async () => {
    const { sender, delivered } = platformThat();
    await leave('card', { keptName: 'draft:1' });
    await leave('newer', { operation: 'update', keptName: 'draft:1' });
    await start(sender).idle();
    expect(delivered[1]).toMatchObject({ operation: 'update', messageRef: 'ref-1' });
  });

  test('where the message to update is gone, the card is posted anew; a mere pointer is dropped', async () => {
    const gone: DeliveryResult = { kind: 'gone' };
    const { sender, said } = platformThat({ card: [gone], pointer: [gone] });
    await leave('card', { operation: 'update', keptName: 'draft:1', messageRef: 'ref-lost' });
    await leave('pointer', { operation: 'update', messageRef: 'ref-lost', onlyIfThere: true });
    await start(sender).idle();
    expect(said()).toEqual(['update card', 'post card', 'update pointer']);
    expect(await db.prisma.keptMessage.findFirstOrThrow()).toMatchObject({
      name: 'draft:1',
      messageRef: 'ref-2',
    });
  });

  test('a message left behind by a process that ended while sending is resolved, not sent blindly', async () => {
    const row = await leave('hello');
    await db.prisma.outgoing.update({ where: { id: row.id }, data: { state: 'sending' } });
    const { sender, said } = platformThat({}, 'ref-arrived');
    await start(sender).idle();
    expect(said()).toEqual([]);
    expect(await db.prisma.outgoing.findFirstOrThrow()).toMatchObject({
      state: 'sent',
      sentRef: 'ref-arrived',
    });
  });

  test('what was sent as the database stopped is known as sent when it is back, and is not sent again', async () => {
    const line = await startDatabaseLine(db.url);
    const database = createDatabase({ url: line.url });
    const { sender, said } = platformThat();
    const cutting: Sender = {
      ...sender,
      deliver: async (delivery) => {
        if (said().length === 0) await line.cut();
        return sender.deliver(delivery);
      },
    };
    await leave('hello', { keptName: 'draft:1' });
    await leave('next');
    const outbox = createOutbox({
      prisma: database.prisma,
      senders: { practice: cutting },
      clock: () => new Date(),
      log: pino({ level: 'silent' }),
      paces: { practice: fast },
    });
    outbox.nudge();
    await waitFor(async () => said().length === 1);
    await line.mend();
    await waitFor(async () => (await states()).every((state) => state === 'sent'));
    await outbox.stop();
    await database.close();
    await line.close();
    expect(said()).toEqual(['post hello', 'post next']);
    expect(await db.prisma.keptMessage.findFirstOrThrow()).toMatchObject({ messageRef: 'ref-1' });
  });

  test('a try that took longer than its lease leaves the row to the instance that took it over', async () => {
    const { sender, said } = platformThat();
    const row = await leave('hello');
    const slow: Sender = {
      ...sender,
      deliver: async (delivery) => {
        await db.prisma.outgoing.update({
          where: { id: row.id },
          data: { state: 'sent', attempts: 2, sentRef: 'ref-of-the-other' },
        });
        await sender.deliver(delivery);
        return { kind: 'retry', afterMs: 0, error: 'ratelimited' };
      },
    };
    await start(slow).idle();
    expect(said()).toEqual(['post hello']);
    expect(await db.prisma.outgoing.findFirstOrThrow()).toMatchObject({
      state: 'sent',
      sentRef: 'ref-of-the-other',
    });
  });

  test('two instances send each message once', async () => {
    const { sender, said } = platformThat();
    for (let index = 0; index < 20; index += 1) await leave(`to ${index}`, { to: `person${index % 4}` });
    await Promise.all([start(sender).idle(), start(sender).idle()]);
    for (const outbox of outboxes) await outbox.idle();
    expect(said()).toHaveLength(20);
    expect(new Set(said()).size).toBe(20);
  });
});
