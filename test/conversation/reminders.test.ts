import PgBoss from 'pg-boss';
import pino from 'pino';
import { askHandOvers } from '../../src/conversation/reminders/askHandOvers';
import { remindDrafts } from '../../src/conversation/reminders/tellPeople';
import { queues } from '../../src/data/queues';
import { startSlack } from '../behaviour/platforms/slack';
import { withTestDatabases } from '../helpers/database';
import { waitFor } from '../helpers/waitFor';

const walking = (name: string) =>
  `${name} 14 costello, festival place just now alone, says dentist, walking him back`;

withTestDatabases('what is due comes to everybody, also where it fails for one', (db) => {
  let platform: Awaited<ReturnType<typeof startSlack>>;
  const lines: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });

  beforeEach(() => {
    lines.length = 0;
  });
  afterEach(async () => {
    await db.pg('ALTER TABLE "Outgoing" DROP CONSTRAINT IF EXISTS broken');
    await platform.stop();
    await db.truncate();
  });

  /** From now on nothing can be sent to one of them: an error that is not the others'. */
  const breakFor = (user: string) =>
    db.pg(`ALTER TABLE "Outgoing" ADD CONSTRAINT broken CHECK (conversation <> 'person:${user}') NOT VALID`);
  const failures = () => lines.map((line) => JSON.parse(line).msg);

  test('who took a child over is asked, and drafts are brought back', async () => {
    platform = await startSlack(db);
    const [osei, marsh] = [platform.colleague('osei'), platform.colleague('marsh')];
    for (const [colleague, name] of [
      [osei, 'kai brown'],
      [marsh, 'liam stone'],
    ] as const) {
      await colleague.writes(walking(name));
      await platform.settled();
      await colleague.presses('Save');
      await colleague.writes(`${name} 14 at eastrop park just now`);
      await platform.settled();
    }
    await db.pg(`UPDATE "Encounter" SET "handOverAskAt" = "handOverAskAt" - interval '21 minutes'`);
    await db.pg(`UPDATE "Draft" SET "remindAt" = "remindAt" - interval '16 minutes'`);
    const { savedAt: now } = await db.prisma.encounter.findFirstOrThrow({ orderBy: { savedAt: 'desc' } });
    await breakFor('U0OSEI');
    expect(await askHandOvers({ prisma: db.prisma, now, log })).toBe(1);
    expect(await remindDrafts({ prisma: db.prisma, now, log })).toBe(1);
    await platform.settled();
    const words = (await marsh.cards()).map((card) => card.words).join();
    expect(words).toContain('who took the child over?');
    expect(words).toContain('You wrote this earlier, and it is not saved yet.');
    expect(failures()).toEqual(Array(2).fill('a reminder failed; it is tried again'));

    await db.pg('ALTER TABLE "Outgoing" DROP CONSTRAINT broken');
    expect(await askHandOvers({ prisma: db.prisma, now, log })).toBe(1);
    expect(await remindDrafts({ prisma: db.prisma, now, log })).toBe(1);
  });

  test('and the service does it by itself, each minute', async () => {
    platform = await startSlack(db, { everyMinute: true });
    const osei = platform.colleague('osei');
    await osei.writes(walking('kai brown'));
    await platform.settled();
    await osei.presses('Save');
    platform.later(21);
    expect(await db.pg('SELECT name, cron FROM pgboss.schedule')).toEqual([
      { name: queues.everyMinute, cron: '* * * * *' },
    ]);
    // The minute comes round.
    const boss = new PgBoss({ connectionString: db.url, migrate: false, schedule: false, supervise: false });
    await boss.start();
    await boss.send(queues.everyMinute, {});
    await boss.stop();
    await waitFor(async () =>
      (await osei.cards()).some(({ words }) => words.includes('who took the child over?')),
    );
  });
});
