import pino from 'pino';
import { remindDrafts } from '../../src/conversation/reminders/tellPeople';
import { newest, type Room } from './describeOnPlatform';

const kai = 'kai brown 14 costello, festival place just now w 2 mates, says dentist, walked him back';

/** Deliveries repeated and at once, presses twice, bursts, and drafts that come back. */
export function everythingOnce(room: Room): void {
  const { db } = room;

  test.each([1, 2, 20])(
    'the same message delivered %i times more, one after another: one draft, one answer',
    async (times) => {
      const platform = await room.start();
      const osei = platform.colleague('osei');
      const written = await osei.writes(kai);
      await written.again(times, 'one after another');
      expect(await db.prisma.draft.count()).toBe(1);
      expect(await osei.cards()).toHaveLength(1);
      await osei.presses('Save');
      await written.again(times, 'one after another');
      expect(await db.prisma.encounter.count()).toBe(1);
      expect(await osei.cards()).toHaveLength(1);
    },
  );

  test('the same message delivered 20 times at once: one draft, one answer', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    const written = await osei.writes(kai);
    await written.again(20, 'at once');
    expect(await db.prisma.draft.count()).toBe(1);
    expect(await osei.cards()).toHaveLength(1);
  });

  test('Save pressed 20 times at once: one encounter, one receipt', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save', { times: 20 });
    expect(await db.prisma.encounter.count()).toBe(1);
    expect((await osei.cards()).filter((card) => /Saved as E-\d+/.test(card.words))).toHaveLength(1);
  });

  test('a burst of 30 messages from one person inside a second: 30 drafts, in order', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    const names = Array.from(
      { length: 30 },
      (_, index) => `${String.fromCharCode(65 + (index % 26))}${'abcdefghij'[index % 10]}dren Harkwell`,
    );
    for (const name of names)
      await osei.writes(`${name} 14 costello, festival place just now, alone, no reason, advised`);
    await platform.settled();
    const drafts = await db.prisma.draft.findMany({ orderBy: { number: 'asc' } });
    const written = drafts.map((draft) => (draft.sources as { text: string }[])[0]?.text.split(' 14 ')[0]);
    expect(written).toEqual(names);
    expect(await osei.cards()).toHaveLength(30);
  });

  test('an unsaved draft is brought back after 15 minutes, once', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    const { createdAt: now } = await db.prisma.draft.findFirstOrThrow();
    expect(await remindDrafts({ prisma: db.prisma, now, log: pino({ level: 'silent' }) })).toBe(0);
    await db.pg('UPDATE "Draft" SET "remindAt" = "remindAt" - interval \'15 minutes\'');
    expect(await remindDrafts({ prisma: db.prisma, now, log: pino({ level: 'silent' }) })).toBe(1);
    expect(await remindDrafts({ prisma: db.prisma, now, log: pino({ level: 'silent' }) })).toBe(0);
    await platform.settled();
    const [old, back] = await osei.cards();
    expect(back?.words).toContain('You wrote this earlier, and it is not saved yet');
    expect(back?.buttons).toContain('Save');
    expect(old?.buttons).toEqual([]);
  });

  test('an unsaved draft is brought back when its writer next writes', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await db.pg('UPDATE "Draft" SET "remindAt" = "remindAt" - interval \'16 minutes\'');
    await osei.writes('thanks');
    await platform.settled();
    const card = newest(await osei.cards());
    expect(card.words).toContain('You wrote this earlier, and it is not saved yet');
    expect(card.words).toContain('Kai Brown');
  });
}
