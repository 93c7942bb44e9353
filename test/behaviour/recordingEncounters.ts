import { newest, type Room } from './describeOnPlatform';

const kai = 'kai brown 14 costello, festival place just now w 2 mates, says dentist, walked him back';

/** The main road: a message, a card, a tap, a record. */
export function recordingEncounters(room: Room): void {
  const { db } = room;

  test('one message and one tap: what an officer wrote is in the shared database', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    const [card] = await osei.cards();
    expect(card?.words).toContain('Check and save: 1 child');
    for (const words of [
      'Kai Brown',
      '14',
      'The Costello School',
      'Festival Place',
      'With friends',
      'medical appointment',
      'Taken back to school',
    ])
      expect(card?.words).toContain(words);
    expect(card?.words).toContain(
      'Likely: Kai Brown, 14, Year 10, The Costello School (name, age and school agree)',
    );
    expect(card?.buttons).toEqual(expect.arrayContaining(['Save', 'Change', 'Someone else', 'Throw away']));
    await osei.presses('Save');
    expect(newest(await osei.cards()).words).toMatch(/Saved as E-\d+ at \d\d:\d\d/);
    expect(await osei.cards()).toHaveLength(1);
    const encounter = await db.prisma.encounter.findFirstOrThrow({
      include: { school: true, place: true, child: true, day: true },
    });
    expect(encounter).toMatchObject({
      givenName: 'Kai',
      familyName: 'Brown',
      age: 14,
      companion: 'peers',
      claimedReason: 'medical_appointment',
      outcome: 'returned_to_school',
      timeStated: true,
    });
    expect([encounter.school?.name, encounter.place?.name]).toEqual([
      'The Costello School',
      'Festival Place',
    ]);
    expect(encounter.child).toMatchObject({ identified: true, dateOfBirth: new Date('2012-03-14') });
    expect(encounter.day).not.toBeNull();
    expect(await db.prisma.encounterRevision.findMany()).toMatchObject([
      { number: 1, kind: 'saved', encounterId: encounter.id },
    ]);
  });

  test('every candidate shown is a look-up on record, once for each draft, with its reason', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.writes('13 not 14');
    await platform.settled();
    const lookUps = await db.prisma.lookUp.findMany({ include: { child: true } });
    expect(lookUps).toMatchObject([
      { level: 'recognise', reason: 'met now', child: { familyName: 'Brown' } },
    ]);
  });

  test('a write is audited in the same transaction: ids and names of fields, no values', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    const rows = await db.prisma.auditEvent.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map((row) => row.action)).toEqual(['draft.begun', 'encounter.saved']);
    expect(rows[1]?.fields).toEqual(expect.arrayContaining(['givenName', 'school', 'outcome']));
    expect(
      JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value)),
    ).not.toMatch(/kai|brown|costello/i);
  });

  test('a time that was not said is named, and it is when the message was written', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes('kai brown 14 costello at festival place, alone, no reason, advised');
    await platform.settled();
    expect(newest(await osei.cards()).words).toMatch(/No time said: using \d\d:\d\d today, when you wrote/);
    await osei.presses('Save');
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ timeStated: false });
  });

  test('a place that is not on the list is kept in the officer’s own words, until a listed one is said', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes('kai brown 14 costello, outside greggs just now, alone, no reason, advised');
    await platform.settled();
    const { words } = newest(await osei.cards());
    expect(words).toContain('“outside greggs” (not on the list)');
    expect(words).not.toMatch(/Not said: [^.]*where/);
    await osei.presses('Save');
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({
      placeId: null,
      placeSaid: 'outside greggs',
    });
    await osei.writes('mia hollis 10 park view, outside greggs just now, alone, no reason, advised');
    await platform.settled();
    await osei.writes('it was festival place');
    await platform.settled();
    const amended = newest(await osei.cards()).words;
    expect(amended).toContain('Festival Place');
    expect(amended).not.toContain('(not on the list)');
  });

  test('several children: one card with a block for each; one can be dropped; Save all saves the rest', async () => {
    const platform = await room.start();
    const marsh = platform.colleague('marsh');
    await marsh.writes(
      'mia & ruby hollis, sisters, yr 5 and yr 3 at park view, and jayden pike y8 everest, eastrop park w mum just now, mum says inset day, left with mum',
    );
    await platform.settled();
    const card = newest(await marsh.cards());
    expect(card.words).toContain('Check and save: 3 children');
    expect(card.buttons.filter((label) => label === 'Drop')).toHaveLength(3);
    await marsh.presses('Drop');
    expect(newest(await marsh.cards()).words).toContain('Check and save: 2 children');
    await marsh.presses('Save all');
    expect(newest(await marsh.cards()).words).toMatch(/Saved as E-\d+ and E-\d+/);
    expect(await db.prisma.encounter.count()).toBe(2);
  });

  test('throwing away asks once more, says what will happen, and records nothing', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Throw away');
    expect(newest(await osei.cards()).words).toContain('will not be recorded');
    await osei.presses('Throw away');
    expect(newest(await osei.cards()).words).toContain('Nothing was saved');
    expect(await db.prisma.encounter.count()).toBe(0);
  });

  test('without an Attendance Day today an encounter is still taken, marked as outside one', async () => {
    const platform = await room.start({ withDay: false });
    const marsh = platform.colleague('marsh');
    await marsh.writes(kai);
    await platform.settled();
    expect(newest(await marsh.cards()).words).toContain('Outside an Attendance Day');
    await marsh.presses('Save');
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ dayId: null });
  });

  test('the same encounter again is noticed before saving, with the choice of opening the other one', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    const marsh = platform.colleague('marsh');
    await marsh.writes(kai);
    await platform.settled();
    const card = newest(await marsh.cards());
    expect(card.words).toMatch(/Looks the same as E-\d+: same child, place and time .* saved by PC Osei/);
    const open = card.buttons.find((label) => label.startsWith('Open E-')) ?? 'no button opens the other one';
    await marsh.presses(open);
    expect(newest(await marsh.cards()).words).toContain('Festival Place');
    await marsh.presses('Save as another');
    expect(await db.prisma.encounter.count()).toBe(2);
  });

  test('two colleagues about to save the same: the second is warned even though the card was drawn before', async () => {
    const platform = await room.start();
    const [osei, marsh] = [platform.colleague('osei'), platform.colleague('marsh')];
    await osei.writes(kai);
    await marsh.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    await marsh.presses('Save');
    expect(newest(await marsh.cards()).words).toContain(
      'Not saved yet: the same encounter seems to be saved already',
    );
    expect(await db.prisma.encounter.count()).toBe(1);
  });

  test('help shows three examples, and nothing is a dead end', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    for (const text of ['help', 'thanks all, good day', 'what can you do?']) await osei.writes(text);
    await platform.settled();
    const cards = await osei.cards();
    expect(cards).toHaveLength(3);
    for (const card of cards) {
      expect(card.words).toContain('Kai Brown 14 costello');
      expect(card.words).toContain('Mia and Ruby Hollis');
      expect(card.words).toContain('Lad wouldn’t give name');
    }
  });

  test('what is not there yet is recognised and answered honestly', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    for (const text of [
      'show me my home visits pls',
      "I'll take V12",
      'briefing please',
      'have we met kai brown before?',
    ])
      await osei.writes(text);
    await platform.settled();
    for (const card of await osei.cards())
      expect(card.words).toMatch(
        /Not available yet[\s\S]*(can’t show or change home visits|can’t give the day’s briefing|can’t look up earlier contacts)/,
      );
  });
}
