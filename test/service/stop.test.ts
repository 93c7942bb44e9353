import { waitFor } from '../helpers/waitFor';
import { longest, osei, withSlackDistrict } from './slackProcess';

const encounter = 'kai brown 14 costello, festival place just now w 2 mates, says dentist, walked him back';
const tenSeconds = 10_000;

withSlackDistrict('SIGTERM', (db, district) => {
  const states = async () =>
    (await db.prisma.inboundEvent.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state);
  const cards = () => district().slack.messagesOf(osei);

  test(
    'finishes the message that is being handled, sends its answer, and takes nothing new meanwhile',
    async () => {
      const main = await district().startReady();
      const letGo = await district().hold('Draft');
      expect(await district().writes(main, encounter)).toBe(200);
      await district().someoneWaits();

      main.signal('SIGTERM');
      await waitFor(async () => (await main.ask('/ready'))?.body.includes('stopping') === true);
      expect(await district().writes(main, 'another one')).toBe(503);
      expect(await main.ask('/ready')).toMatchObject({ status: 503 });
      expect(await main.ask('/health')).toMatchObject({ status: 200 });
      main.signal('SIGTERM');

      await letGo();
      expect(await main.ended).toBe(0);
      expect(await states()).toEqual(['done']);
      expect(cards().map(({ words }) => words)).toEqual([expect.stringContaining('Kai Brown')]);
    },
    longest,
  );

  test(
    'ends within ten seconds though a message hangs, which the next start then handles once',
    async () => {
      const main = await district().startReady();
      const letGo = await district().hold('Draft');
      expect(await district().writes(main, encounter)).toBe(200);
      await district().someoneWaits();

      const asked = Date.now();
      main.signal('SIGTERM');
      expect(await main.ended).toBe(0);
      expect(Date.now() - asked).toBeLessThan(tenSeconds);
      expect(await states()).toEqual(['received']);
      expect(cards()).toEqual([]);

      await letGo();
      await district().startReady();
      await waitFor(async () => cards().length > 0);
      expect(await states()).toEqual(['done']);
      expect(await db.prisma.draft.count()).toBe(1);
    },
    longest,
  );

  test(
    'ends within ten seconds though Slack does not answer, and nothing is sent twice afterwards',
    async () => {
      const main = await district().startReady();
      district().slack.failNext({ hang: true, afterwards: true }, 'chat.postMessage');
      expect(await district().writes(main, encounter)).toBe(200);
      await district().slack.until(() => district().slack.callsOf('chat.postMessage').length === 1);

      const asked = Date.now();
      main.signal('SIGTERM');
      expect(await main.ended).toBe(0);
      expect(Date.now() - asked).toBeLessThan(tenSeconds);

      // The process that ended may still be sending, as far as others know; that minute is over.
      await db.prisma.outgoing.updateMany({ data: { nextAttemptAt: new Date() } });
      await district().startReady();
      await waitFor(async () => (await db.prisma.outgoing.count({ where: { state: 'sent' } })) === 1);
      expect(cards()).toHaveLength(1);
      expect(district().slack.callsOf('chat.postMessage')).toHaveLength(1);
    },
    longest,
  );

  test(
    'ends in order though the database is away',
    async () => {
      const main = await district().startReady();
      const comeBack = await district().databaseAway();
      try {
        main.signal('SIGTERM');
        expect(await main.ended).toBe(0);
      } finally {
        await comeBack();
      }
    },
    longest,
  );

  test(
    'to npm start ends the service too, which npm does not tell',
    async () => {
      const main = await district().startReady({ npm_lifecycle_event: 'start' }, { inShell: true });
      main.signal('SIGTERM');
      await main.ended;
      expect(await main.ask('/health')).toBeNull();
      expect(main.output()).toContain('"msg":"stopped"');
    },
    longest,
  );

  test(
    'while it starts ends it too, with nothing begun',
    async () => {
      const main = await district().start();
      await waitFor(async () => (await main.ask('/health'))?.status === 200);
      main.signal('SIGTERM');
      expect(await main.ended).toBe(0);
    },
    longest,
  );
});
