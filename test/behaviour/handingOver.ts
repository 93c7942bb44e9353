import pino from 'pino';
import { askHandOvers } from '../../src/conversation/reminders/askHandOvers';
import { newest, type Room } from './describeOnPlatform';
import type { RunningPlatform } from './platforms/platform';

const walking = 'kai brown 14 costello, festival place just now alone, says dentist, walking him back';
const walked = 'kai brown 14 costello, festival place just now alone, says dentist, walked him back';
const log = pino({ level: 'silent' });

/** A child on the way stays open until somebody says who took the child over. */
export function handingOver(room: Room): void {
  const { db } = room;

  async function saved(text: string) {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(text);
    await platform.settled();
    await osei.presses('Save');
    await platform.settled();
    return { platform, osei };
  }

  /** Lets so many minutes pass for the child on the way, and the schedule's slot come round. */
  async function ask(platform: RunningPlatform, minutes: number): Promise<number> {
    await db.pg(`UPDATE "Encounter" SET "handOverAskAt" = "handOverAskAt" - interval '${minutes} minutes',
      "handOverAskedAt" = "handOverAskedAt" - interval '${minutes} minutes'`);
    const { savedAt: now } = await db.prisma.encounter.findFirstOrThrow();
    const count = await askHandOvers({ prisma: db.prisma, now, log });
    await platform.settled();
    return count;
  }

  test('“walking him back” is shown and saved as on the way; “walked him back” is not', async () => {
    const { osei } = await saved(walking);
    const receipt = newest(await osei.cards());
    expect(receipt.words).toMatch(
      /On the way back to school: open until you tell me .* I ask you at \d\d:\d\d/,
    );
    expect(receipt.buttons).toContain('Handed over');
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({
      underWay: true,
      handedOverAt: null,
    });
  });

  test('what is over is not asked after', async () => {
    const { platform, osei } = await saved(walked);
    expect(newest(await osei.cards()).buttons).not.toContain('Handed over');
    expect(await ask(platform, 60)).toBe(0);
  });

  test('words close it: to whom, and when; the receipt no longer asks', async () => {
    const { platform, osei } = await saved(walking);
    await osei.writes('handed over to Mrs Pike, reception');
    await platform.settled();
    expect(newest(await osei.cards()).words).toMatch(/E-\d+: handed over at \d\d:\d\d\. Saved\./);
    expect((await osei.cards()).flatMap((card) => card.buttons)).not.toContain('Handed over');
    expect((await osei.cards()).map((card) => card.words).join()).toMatch(
      /Handed over to Mrs Pike, reception, \d\d:\d\d today/,
    );
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({
      underWay: false,
      handedOverTo: 'Mrs Pike, reception',
      revision: 2,
    });
    expect(await db.prisma.draft.count()).toBe(1);
    expect(await ask(platform, 60)).toBe(0);
    const audit = await db.prisma.auditEvent.findFirstOrThrow({ where: { action: 'encounter.handed_over' } });
    expect(audit.fields).toEqual(['underWay', 'handedOverTo', 'handedOverAt']);
  });

  test('the form closes it too; a time still to come is refused at its field and keeps what was typed', async () => {
    const { platform, osei } = await saved(walking);
    const wrong = await osei.fillsIn('Handed over', { to: 'his nan', time: '23:59' });
    expect(wrong?.words).toContain('This is still to come');
    expect(wrong?.words).toContain('his nan');
    const { occurredAt } = await db.prisma.encounter.findFirstOrThrow();
    expect(await osei.correctsForm({ to: 'his nan', time: localTime(occurredAt) })).toBeNull();
    await platform.settled();
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ handedOverTo: 'his nan' });
  });

  test('after 20 minutes the officer is asked once; “still on the way” asks again later', async () => {
    const { platform, osei } = await saved(walking);
    expect(await ask(platform, 19)).toBe(0);
    expect(await ask(platform, 1)).toBe(1);
    expect(await ask(platform, 1)).toBe(0);
    const question = newest(await osei.cards());
    expect(question.words).toMatch(/E-\d+: who took the child over\?/);
    expect(question.buttons).toEqual(['Handed over', 'Still on the way', 'Something else']);
    expect((await osei.previews()).at(-1)).not.toMatch(/Kai|Brown/);
    await osei.presses('Still on the way');
    await platform.settled();
    expect(newest(await osei.cards()).words).toMatch(/still on the way\. I ask again at \d\d:\d\d/);
    expect(await ask(platform, 21)).toBe(1);
    await osei.writes('handed over to Mrs Pike, reception');
    await platform.settled();
    const buttons = (await osei.cards()).flatMap((card) => card.buttons);
    expect(buttons).not.toContain('Still on the way');
    expect(buttons).not.toContain('Handed over');
  });

  test('without an answer the patrol and the coordinator are told, once, without the child’s name', async () => {
    const { platform } = await saved(walking);
    // On Teams only somebody who has opened the chat once can be written to.
    for (const name of ['marsh', 'rowe', 'whitlock'] as const) await platform.colleague(name).writes('help');
    await platform.settled();
    expect(await ask(platform, 20)).toBe(1);
    expect(await ask(platform, 9)).toBe(0);
    expect(await ask(platform, 1)).toBe(1);
    expect(await ask(platform, 60)).toBe(0);
    for (const name of ['marsh', 'rowe', 'whitlock'] as const) {
      const card = newest(await platform.colleague(name).cards());
      expect(card.words).toMatch(/E-\d+: not handed over yet/);
      expect(card.words).toContain('Please ring PC Osei');
      expect(card.words).not.toMatch(/Kai|Brown/);
    }
    const marsh = platform.colleague('marsh');
    expect(await marsh.fillsIn('Handed over', { to: 'head of year' })).toBeNull();
    await platform.settled();
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ handedOverTo: 'head of year' });
    for (const name of ['marsh', 'rowe', 'whitlock', 'osei'] as const) {
      const cards = await platform.colleague(name).cards();
      expect(cards.map(({ words }) => words).join()).toMatch(/E-\d+: handed over at \d\d:\d\d/);
      expect(cards.map(({ words }) => words).join()).not.toContain('not handed over yet');
    }
  });

  test('an alert that stood before “still on the way” is taken back too, when the child is handed over', async () => {
    const { platform, osei } = await saved(walking);
    const whitlock = platform.colleague('whitlock');
    await whitlock.writes('help');
    await platform.settled();
    expect(await ask(platform, 20)).toBe(1);
    expect(await ask(platform, 10)).toBe(1);
    expect(newest(await whitlock.cards()).words).toContain('not handed over yet');
    await osei.presses('Still on the way');
    await osei.writes('handed over to Mrs Pike, reception');
    await platform.settled();
    expect(newest(await whitlock.cards()).words).toMatch(/E-\d+: handed over at \d\d:\d\d/);
  });

  test('with two children on the way it is asked which one was meant', async () => {
    const { platform, osei } = await saved(walking);
    await osei.writes('mia hollis 10 park view, eastrop park just now alone, no reason, taking her home');
    await platform.settled();
    await osei.presses('Save');
    await platform.settled();
    await osei.writes('handed over to her mum');
    await platform.settled();
    const which = newest(await osei.cards());
    expect(which.words).toContain('Which child was handed over?');
    const label = which.buttons.at(-1) ?? '';
    await osei.presses(label);
    await platform.settled();
    expect(await db.prisma.encounter.findMany({ orderBy: { number: 'asc' } })).toMatchObject([
      { handedOverTo: null, underWay: true },
      { handedOverTo: 'her mum', underWay: false },
    ]);
  });
}

/** `HH:mm` on the agency's wall clock, a minute that has begun. */
function localTime(moment: Date): string {
  return moment.toLocaleTimeString('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  });
}
