import { wellFormedText } from '../../src/domain/wellFormedText';
import { closeTheDay } from '../helpers/closeTheDay';
import { hostileOf } from '../helpers/hostileText';
import { newest, type Room, savedEncounter } from './describeOnPlatform';
import type { RunningPlatform } from './platforms/platform';

const walking = 'kai brown 14 costello, festival place just now alone, says dentist, walking him back';
const taken =
  'kai brown 14 costello, festival place just now alone, no reason, taken to the designated place';

/** Text made to format, ping, deceive or break: stored as written, shown harmless, and nothing fails. */
export function hostileText(room: Room): void {
  const { db } = room;

  const saved = (text: string) => savedEncounter(room, text);

  /** The platform took everything, nothing waits or failed, and no error was logged. */
  async function allIsWell(platform: RunningPlatform): Promise<void> {
    await platform.settled();
    expect(platform.objections()).toEqual([]);
    expect(await db.prisma.outgoing.count({ where: { state: { not: 'sent' } } })).toBe(0);
    expect(await db.prisma.inboundEvent.count({ where: { state: { not: 'done' } } })).toBe(0);
    expect(platform.logLines().filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  }

  test('a message of 10,000 such characters is kept as it was written, and its card can be saved', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    const text = `kai brown 14 costello, festival place just now alone, no reason, advised. ${hostileOf(10_000)}`;
    const written = await osei.writes(text);
    await platform.settled();
    const draft = await db.prisma.draft.findFirstOrThrow();
    expect((draft.sources as { text: string }[])[0]?.text).toBe(wellFormedText(text));
    await osei.edits(written, `${text} ${hostileOf(300)}`);
    for (const words of [hostileOf(10_000, 40), hostileOf(200, 80), `not 14 ${hostileOf(50, 120)}`])
      await osei.writes(words);
    await osei.mentions('C0TOWN', hostileOf(2_000, 7));
    await platform.settled();
    const save = newest(
      (await osei.cards()).filter(({ buttons }) => buttons.some((one) => one.startsWith('Save'))),
    );
    await osei.presses(save.buttons.find((one) => one.startsWith('Save')) ?? '');
    expect(await db.prisma.encounter.count()).toBeGreaterThan(0);
    await allIsWell(platform);
  });

  test('every text of the encounter form is kept as it was typed; a longer one is refused at its field, not cut', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes('help');
    await platform.settled();
    const typed = {
      givenName: hostileOf(100),
      familyName: hostileOf(100, 100),
      school: hostileOf(200, 200),
      place: hostileOf(200, 300),
      note: hostileOf(3_000),
    };
    const again = await osei.fillsIn('Use a form', { ...typed, note: hostileOf(10_000) });
    expect(again?.words).toContain('This is too long: 3000 characters at most.');
    expect(await osei.correctsForm(typed)).toBeNull();
    await platform.settled();
    await osei.presses('Save');
    const { givenName, familyName, schoolSaid, placeSaid, note } =
      await db.prisma.encounter.findFirstOrThrow();
    const stored = { givenName, familyName, school: schoolSaid, place: placeSaid, note };
    expect(stored).toEqual(
      Object.fromEntries(Object.entries(typed).map(([field, text]) => [field, wellFormedText(text)])),
    );
    // Opened again and sent back untouched, nothing of it changes.
    await osei.fillsIn('Change', {});
    expect(newest(await osei.cards()).words).toContain('Nothing was changed.');
    await osei.presses('Copy for force record');
    await allIsWell(platform);
  });

  test('why a record is put right is kept as it was typed', async () => {
    const { platform, osei } = await saved(walking);
    await db.prisma.attendanceDay.updateMany({ data: { closedAt: new Date() } });
    const { number } = await db.prisma.encounter.findFirstOrThrow();
    const marsh = platform.colleague('marsh');
    await marsh.writes(`E-${number}`);
    await platform.settled();
    const reason = hostileOf(1_000);
    expect(await marsh.fillsIn('Change', { outcome: 'taken_home', reason })).toBeNull();
    expect(
      await db.prisma.encounterRevision.findFirstOrThrow({ where: { kind: 'corrected' } }),
    ).toMatchObject({
      reason: wellFormedText(reason),
    });
    expect((await osei.cards()).length).toBeGreaterThan(0);
    await allIsWell(platform);
  });

  test('who took a child over, who was told and their reference are kept whole, 10,000 characters each', async () => {
    const { platform, osei, whitlock } = await saved(walking);
    const [to, whom, reference] = [hostileOf(10_000), hostileOf(10_000, 50), hostileOf(10_000, 90)];
    await osei.presses('Worried about this child');
    await platform.settled();
    expect(await osei.fillsIn('Who was told', { whom, reference })).toBeNull();
    await platform.settled();
    expect(await osei.fillsIn('Handed over', { to })).toBeNull();
    await platform.settled();
    const kept = { toldWhom: wellFormedText(whom), theirReference: wellFormedText(reference) };
    expect(await db.prisma.concern.findFirstOrThrow()).toMatchObject(kept);
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ handedOverTo: wellFormedText(to) });
    // The coordinator opens the form and sends it back untouched.
    expect(await whitlock.fillsIn('Who was told', {})).toBeNull();
    expect(await db.prisma.concern.findFirstOrThrow()).toMatchObject(kept);
    const { number } = await db.prisma.encounter.findFirstOrThrow();
    await osei.writes(`E-${number}`);
    await osei.presses('Copy for force record');
    await allIsWell(platform);
  });

  test('who collected a child from the designated place is kept whole, 10,000 characters each', async () => {
    const { platform, osei } = await saved(taken);
    await osei.presses('Designated place');
    await platform.settled();
    const [collectedBy, relationship] = [hostileOf(10_000), hostileOf(10_000, 30)];
    expect(await osei.fillsIn('Collected', { collectedBy, relationship })).toBeNull();
    await platform.settled();
    expect(await db.prisma.designatedPlaceStay.findFirstOrThrow()).toMatchObject({
      collectedBy: wellFormedText(collectedBy),
      relationship: wellFormedText(relationship),
    });
    await closeTheDay(db);
    await allIsWell(platform);
  });
}
