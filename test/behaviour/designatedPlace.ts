import { closeTheDay } from '../helpers/closeTheDay';
import { newest, type Room, savedEncounter } from './describeOnPlatform';

const taken =
  'kai brown 14 costello, festival place just now alone, no reason, taken to the designated place';
const taking =
  'kai brown 14 costello, festival place just now alone, no reason, taking him to the designated place';

/** A child at the designated place, from arrival until somebody responsible has collected them. */
export function designatedPlace(room: Room): void {
  const { db } = room;

  const saved = (text: string) => savedEncounter(room, text);

  const words = (cards: readonly { words: string }[]) => cards.map((card) => card.words).join('\n');

  test('arrival, parent and school rung, collected by whom, left: each on record, and the coordinator’s one count follows', async () => {
    const { platform, osei, whitlock } = await saved(taken);
    expect(newest(await osei.cards()).words).toMatch(/At the designated place since \d\d:\d\d/);
    expect(words(await whitlock.cards())).toContain('Designated place: 1 child there');
    const { number } = await db.prisma.encounter.findFirstOrThrow();
    await whitlock.writes(`E-${number}`);
    await platform.settled();
    expect(newest(await whitlock.cards()).words).toMatch(/At the designated place since \d\d:\d\d/);
    await osei.presses('Designated place');
    await platform.settled();
    expect(newest(await osei.cards()).words).toContain('Parent or carer: not rung yet');
    await osei.presses('Parent rung');
    await platform.settled();
    await osei.presses('School rung');
    await platform.settled();
    expect(words(await whitlock.cards())).toContain('Parent rung, school rung');
    expect(await osei.fillsIn('Collected', { collectedBy: 'Ann Brown' })).not.toBeNull();
    expect(await osei.fillsIn('Collected', { collectedBy: 'Ann Brown', relationship: 'mother' })).toBeNull();
    await platform.settled();
    expect(await db.prisma.designatedPlaceStay.findFirstOrThrow()).toMatchObject({
      collectedBy: 'Ann Brown',
      relationship: 'mother',
      parentRungAt: expect.any(Date),
      schoolRungAt: expect.any(Date),
      leftAt: expect.any(Date),
    });
    const counts = (await whitlock.cards()).filter((card) => card.words.startsWith('Designated place:'));
    expect(counts).toHaveLength(1);
    expect(counts[0]?.words).toContain('Designated place: nobody there');
    expect(words(counts)).not.toMatch(/Kai|Brown/);
    expect(words(await osei.cards())).toMatch(
      /Left the designated place at \d\d:\d\d, collected by Ann Brown \(mother\)/,
    );
  });

  test('a child on the way there is not there until Arrived is pressed', async () => {
    const { platform, osei, whitlock } = await saved(taking);
    expect(newest(await osei.cards()).words).toContain('On the way to the designated place.');
    expect(words(await whitlock.cards())).not.toContain('1 child there');
    await osei.presses('Arrived', { times: 2 });
    await platform.settled();
    expect(await db.prisma.designatedPlaceStay.count()).toBe(1);
    expect(words(await osei.cards())).not.toContain('left the designated place');
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({
      underWay: false,
      handOverAskAt: null,
    });
    expect(words(await whitlock.cards())).toContain('Designated place: 1 child there');
  });

  test('a child handed over before it came there is expected there no more', async () => {
    const { platform, osei } = await saved(taking);
    await osei.writes('handed over to his mum');
    await platform.settled();
    expect(words(await osei.cards())).not.toContain('On the way to the designated place');
    expect((await osei.cards()).flatMap((card) => card.buttons)).not.toContain('Arrived');
    expect(await closeTheDay(db)).toMatchObject({ kind: 'closed' });
  });

  test('the day can’t close with a child there, and says which encounter', async () => {
    const { platform, osei } = await saved(taken);
    const { number } = await db.prisma.encounter.findFirstOrThrow();
    expect(await closeTheDay(db)).toMatchObject({
      kind: 'refused',
      sentence: `The day can’t close while a child is at the designated place: E-${number}. Record who collected them, then close it again.`,
    });
    await osei.presses('Designated place');
    await platform.settled();
    await osei.fillsIn('Collected', { collectedBy: 'Ann Brown', relationship: 'mother' });
    await platform.settled();
    expect(await closeTheDay(db)).toMatchObject({ kind: 'closed' });
  });

  test('undoing the encounter takes the child off the count', async () => {
    const { platform, osei, whitlock } = await saved(taken);
    await osei.presses('Undo');
    await platform.settled();
    expect(words(await whitlock.cards())).toContain('Designated place: nobody there');
  });
}
