import { createOutages } from '../../../src/conversation/inbox/createOutages';
import type { Delivery, DeliveryResult } from '../../../src/conversation/model/delivery';
import type { Inbound } from '../../../src/conversation/model/inbound';
import { inbound, message } from './sampleInbound';

const kai = 'kai brown 14 costello';
const start = Date.parse('2026-11-24T11:00:00Z');
const gone = Object.assign(new Error('of Kai Brown'), { code: 'P1001' });
const sent: DeliveryResult = { kind: 'sent', messageRef: null, conversation: null };

/** An outage, with what was delivered past the outbox and logged. */
function outage(answer: () => Promise<DeliveryResult> = async () => sent) {
  const delivered: { platform: string; delivery: Delivery }[] = [];
  const logged: Record<string, unknown>[] = [];
  let minutes = 0;
  const note = (level: string) => (details: object, words: string) =>
    void logged.push({ level, ...details, words });
  const outages = createOutages({
    clock: () => new Date(start + minutes * 60_000),
    log: { error: note('error'), warn: note('warn'), info: note('info') },
    deliver: (platform, delivery) => {
      delivered.push({ platform, delivery });
      return answer();
    },
  });
  const later = (by: number) => {
    minutes += by;
  };
  return { outages, delivered, logged, later };
}

const from = (userId: string, change: Parameters<typeof message>[0] = {}) =>
  message({ account: { platform: 'practice', tenant: 'practice', userId }, text: kai, ...change });

describe('a message that could not be stored', () => {
  test('is told of to its writer, once, with the reference that stands in the log', async () => {
    const { outages, delivered, logged } = outage();
    const reference = { chat: 7 };
    outages.refused(from('osei', { reference }), gone);
    outages.refused(from('osei', { eventKey: 'e-2' }), gone);
    await outages.idle();
    expect(delivered).toHaveLength(1);
    const [first] = delivered;
    const told = /reference ([0-9A-F]{6})\./.exec(
      JSON.stringify(first?.delivery.operation === 'post' && first.delivery.card),
    )?.[1];
    expect(told).toBeDefined();
    expect(first).toMatchObject({
      platform: 'practice',
      delivery: {
        id: `rollcall-away-${told}`,
        tenant: 'practice',
        operation: 'post',
        to: {
          kind: 'person',
          account: { platform: 'practice', tenant: 'practice', userId: 'osei' },
          reference,
        },
      },
    });
    expect(logged).toEqual([
      {
        level: 'error',
        reference: told,
        code: 'P1001',
        words: 'the database is away: a message is not stored yet',
      },
      {
        level: 'info',
        reference: told,
        platform: 'practice',
        result: 'sent',
        words: 'told that it is not saved yet',
      },
    ]);
  });

  test('where nothing is known of how to write to its writer, is delivered with none', async () => {
    const { outages, delivered } = outage();
    outages.refused(from('osei'), gone);
    await outages.idle();
    expect(delivered[0]?.delivery.to).toMatchObject({ kind: 'person', reference: null });
  });

  test('is told of to each person, and again once something of theirs was stored', async () => {
    const { outages, delivered } = outage();
    outages.refused(from('osei'), gone);
    outages.refused(from('marsh'), gone);
    outages.stored(from('osei'));
    outages.refused(from('osei'), gone);
    outages.refused(from('marsh'), gone);
    await outages.idle();
    const whom = delivered.map(({ delivery }) =>
      delivery.to.kind === 'person' ? delivery.to.account.userId : '',
    );
    expect(whom).toEqual(['osei', 'marsh', 'osei']);
  });

  test('is told of for messages and changes of them; what is answered in its place says so itself', async () => {
    const kinds: readonly Inbound['kind'][] = [
      'press',
      'submit',
      'command',
      'opened',
      'overheard',
      'deleted',
    ];
    const { outages, delivered } = outage();
    for (const kind of kinds) outages.refused(inbound(kind), gone);
    expect(delivered).toHaveLength(0);
    outages.refused(inbound('edited'), gone);
    await outages.idle();
    expect(delivered).toHaveLength(1);
  });

  test('is told of again where the notice certainly did not arrive, and not where it may have', async () => {
    const retry: DeliveryResult = { kind: 'retry', afterMs: null, error: 'busy' };
    const unknown: DeliveryResult = { kind: 'unknown', error: 'no answer' };
    for (const [result, times] of [
      [retry, 2],
      [unknown, 1],
    ] as const) {
      const { outages, delivered } = outage(async () => result);
      outages.refused(from('osei'), gone);
      await outages.idle();
      outages.refused(from('osei'), gone);
      await outages.idle();
      expect(delivered).toHaveLength(times);
    }
  });

  test('whose notice fails is in the log, and nothing else fails', async () => {
    const { outages, logged } = outage(() => Promise.reject(new TypeError('of Kai Brown')));
    outages.refused(from('osei'), gone);
    await outages.idle();
    expect(logged[1]).toEqual({
      level: 'warn',
      reference: logged[0]?.reference,
      code: 'TypeError',
      words: 'nobody could be told that it is not saved yet',
    });
    expect(JSON.stringify(logged)).not.toContain('Kai');
  });

  test('notices are waited for', async () => {
    let arrive = (_result: DeliveryResult) => {};
    const { outages } = outage(() => new Promise((resolve) => (arrive = resolve)));
    outages.refused(from('osei'), gone);
    let isIdle = false;
    const idle = outages.idle().then(() => {
      isIdle = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isIdle).toBe(false);
    arrive(sent);
    await idle;
    await outages.idle();
  });
});

describe('the same words again', () => {
  test('are the first message for ten minutes from when they were last refused, then another', () => {
    const { outages, later } = outage();
    expect(outages.firstRefused(from('osei'))).toBeNull();
    outages.refused(from('osei', { eventKey: 'first' }), gone);
    later(9);
    outages.refused(from('osei', { eventKey: 'second', text: ` ${kai} ` }), gone);
    later(9.9);
    expect(outages.firstRefused(from('osei', { eventKey: 'third' }))).toBe('first');
    later(0.1);
    expect(outages.firstRefused(from('osei'))).toBeNull();
    outages.refused(from('osei', { eventKey: 'fourth' }), gone);
    expect(outages.firstRefused(from('osei'))).toBe('fourth');
  });

  test('count for messages alone', () => {
    const { outages } = outage();
    const edited = { ...inbound('edited'), kind: 'edited' as const, text: kai, messageKey: 'm-1' };
    outages.refused(edited, gone);
    expect(outages.firstRefused(edited)).toBeNull();
    expect(outages.firstRefused(inbound('press'))).toBeNull();
  });

  test.each([
    ['of somebody else', from('marsh')],
    ['in another chat', from('osei', { location: { kind: 'channel', conversation: 'c' } })],
    ['that are others', from('osei', { text: `${kai} alone` })],
    ['as something else than a message', inbound('edited')],
  ])('%s are another', (_what, other) => {
    const { outages } = outage();
    outages.refused(from('osei', { text: 'kai brown 14 costello' }), gone);
    expect(outages.firstRefused(other)).toBeNull();
  });

  test('that are shorter than four are each their own: they do no harm twice', () => {
    const { outages } = outage();
    for (const text of ['13 not 14', ' 13 not 14 ', '13  not\n14']) {
      outages.refused(from('osei', { text }), gone);
      expect(outages.firstRefused(from('osei', { text }))).toBeNull();
    }
    outages.refused(from('osei', { text: 'he is  13 now' }), gone);
    expect(outages.firstRefused(from('osei', { text: 'he is  13 now' }))).toBe('e-1');
  });
});

test('of ten thousand people and messages the oldest are forgotten first', async () => {
  const { outages, delivered } = outage();
  for (let index = 0; index <= 10_000; index += 1)
    outages.refused(from(`user ${index}`, { eventKey: `e-${index}` }), gone);
  expect(outages.firstRefused(from('user 0'))).toBeNull();
  expect(outages.firstRefused(from('user 1'))).toBe('e-1');
  await outages.idle();
  const before = delivered.length;
  outages.refused(from('user 1'), gone);
  expect(delivered).toHaveLength(before);
  outages.refused(from('user 0'), gone);
  expect(delivered).toHaveLength(before + 1);
  await outages.idle();
});
