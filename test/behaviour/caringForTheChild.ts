import { scanQrCode } from '../helpers/scanQrCode';
import { newest, type Room } from './describeOnPlatform';

const ordinary = 'kai brown 14 costello, festival place just now w 2 mates, says dentist, walked him back';
const worrying = 'mia hollis 8 park view, eastrop park just now alone, crying and wont say why, taken home';

/** What a good officer does besides writing it down. */
export function caringForTheChild(room: Room): void {
  const { db } = room;

  async function writes(text: string, beforehand: () => Promise<unknown> = async () => {}) {
    const platform = await room.start();
    await beforehand();
    const osei = platform.colleague('osei');
    // On Teams only somebody who has opened the chat once can be written to.
    const whitlock = platform.colleague('whitlock');
    await whitlock.writes('help');
    await osei.writes(text);
    await platform.settled();
    return { platform, osei, whitlock };
  }

  test('words that give cause to worry are noticed on the check card, with whom to ring first', async () => {
    const { osei } = await writes(worrying);
    const card = newest(await osei.cards());
    expect(card.words).toContain(
      'You write of a young child alone and a child very upset or in tears. In danger now: ring 999. Otherwise ring the children’s reception team: 01632 960002.',
    );
    expect(card.buttons).toContain('Save');
  });

  test('a cause to worry, or a child still on the way, that is written into the message later is noticed too', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    const written = await osei.writes(
      'mia hollis 8 park view, eastrop park just now, walked her back to school',
    );
    await platform.settled();
    expect(newest(await osei.cards()).words).not.toMatch(/999|On the way/);
    await osei.edits(
      written,
      'mia hollis 8 park view, eastrop park just now alone, crying, walking her back to school',
    );
    const card = newest(await osei.cards());
    expect(card.words).toContain('You write of a young child alone and a child very upset or in tears.');
    expect(card.words).toContain('On the way back to school');
    await osei.writes('taking her home now');
    await platform.settled();
    const amended = newest(await osei.cards()).words;
    expect(amended).toContain('ring 999');
    expect(amended).toContain('On the way home');
    await osei.presses('Save');
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({
      outcome: 'taken_home',
      underWay: true,
      handOverAskAt: expect.any(Date),
    });
  });

  test('words of worry written after the first message are kept with its child, whatever else is in them', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes('mia hollis 8 park view, eastrop park just now, advised');
    await platform.settled();
    await osei.writes('taking her home now, she is crying and has bruises on her arm');
    await platform.settled();
    const card = newest(await osei.cards());
    expect(card.words).toContain('Your words are added as a note.');
    expect(card.words).toContain('an injury or being hurt and a child very upset or in tears');
    expect(card.words).toContain('On the way home');
    await osei.presses('Save');
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({
      note: 'taking her home now, she is crying and has bruises on her arm',
      outcome: 'taken_home',
      underWay: true,
    });
  });

  test('the same with several drafts left for long: it is asked whom the words are about', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes('mia hollis 8 park view, eastrop park just now, advised');
    await osei.writes('liam stone 14 costello, bus station just now, advised');
    await platform.settled();
    platform.later(40);
    await osei.writes('she is crying and has bruises on her arm');
    await platform.settled();
    const question = (await osei.cards()).find((card) => card.words.includes('Which draft do you mean?'));
    expect(question?.words).toMatch(/1\. 1 child: Mia Hollis[\s\S]*2\. 1 child: Liam Stone/);
    await osei.presses('Number 1');
    await platform.settled();
    const drafts = await db.prisma.draft.findMany({ orderBy: { number: 'asc' } });
    expect(drafts.map(({ children }) => JSON.stringify(children).includes('bruises'))).toEqual([true, false]);
  });

  test('the same after saving: whom to ring, and what to press so that it counts', async () => {
    const { platform, osei } = await writes(ordinary);
    await osei.presses('Save');
    await osei.writes('he has bruises all over his arm');
    await platform.settled();
    const card = newest(await osei.cards());
    expect(card.words).toMatch(/Not added to E-\d+ yet/);
    expect(card.words).toContain('In danger now: ring 999.');
    await osei.presses('Worried about this child');
    expect(await db.prisma.concern.count({ where: { encounterId: { not: null } } })).toBe(1);
  });

  test('the same of nobody written of before: whom to ring, and what to write', async () => {
    const { osei } = await writes('she is crying and has bruises on her arm');
    const card = newest(await osei.cards());
    expect(card.words).toContain('In danger now: ring 999.');
    expect(card.words).toContain('Nothing is saved yet.');
  });

  test('an ordinary message gets no such words', async () => {
    const { osei } = await writes(ordinary);
    expect(newest(await osei.cards()).words).not.toMatch(/999|reception team/);
  });

  test('a worry is on record and the coordinator told at once, before anything is filled in; the encounter is saved all the same', async () => {
    const { platform, osei, whitlock } = await writes(worrying);
    await osei.presses('Worried about this child');
    await platform.settled();
    const card = newest(await osei.cards());
    expect(card.words.startsWith('In danger now: ring 999.')).toBe(true);
    expect(card.words).toContain('Your coordinator is told. What you record here is not the report');
    const alert = newest(await whitlock.cards());
    expect(alert.words).toMatch(/C-\d+: PC Osei is worried about a child/);
    expect(alert.words).toContain('Please ring PC Osei');
    expect(`${alert.words}${(await whitlock.previews()).join()}`).not.toMatch(/Mia|Hollis/);
    await osei.presses('Save');
    await platform.settled();
    const encounter = await db.prisma.encounter.findFirstOrThrow({ include: { concerns: true } });
    expect(encounter.concerns).toHaveLength(1);
    expect((await osei.cards()).map(({ words }) => words).join()).toMatch(
      /C-\d+: PC Osei is worried about this child\. Nobody is noted as told yet/,
    );
  });

  test('who was told, when, and their reference are noted; the coordinator hears of it', async () => {
    const { platform, osei, whitlock } = await writes(worrying);
    await osei.presses('Worried about this child');
    await platform.settled();
    const wrong = await osei.fillsIn('Who was told', { whom: 'reception team, Mrs Lee', time: '23:59' });
    expect(wrong?.words).toContain('This is still to come');
    const { raisedAt } = await db.prisma.concern.findFirstOrThrow();
    const time = raisedAt.toLocaleTimeString('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });
    expect(
      await osei.correctsForm({ whom: 'reception team, Mrs Lee', time, reference: 'HCC-4471' }),
    ).toBeNull();
    await platform.settled();
    expect(await db.prisma.concern.findFirstOrThrow()).toMatchObject({
      toldWhom: 'reception team, Mrs Lee',
      theirReference: 'HCC-4471',
    });
    expect(newest(await whitlock.cards()).words).toContain('Told: reception team, Mrs Lee');
    const audit = await db.prisma.auditEvent.findMany({
      where: { subjectType: 'Concern' },
      orderBy: { id: 'asc' },
    });
    expect(audit.map(({ action }) => action)).toEqual(['concern.raised', 'concern.told']);
  });

  test('where no coordinator can be told in the chat, the card says so', async () => {
    const { platform, osei } = await writes(worrying);
    await db.pg(`UPDATE "StaffMember" SET active = false WHERE 'coordinator' = ANY(roles)`);
    await osei.presses('Worried about this child');
    await platform.settled();
    expect(newest(await osei.cards()).words).toContain('No coordinator can be told here: please ring one.');
  });

  test('a worry goes with the child through undoing and saving again', async () => {
    const { platform, osei } = await writes(worrying);
    await osei.presses('Save');
    await osei.presses('Worried about this child');
    await osei.presses('Undo');
    await platform.settled();
    await osei.presses('Save');
    const encounters = await db.prisma.encounter.findMany({
      orderBy: { number: 'asc' },
      include: { concerns: true },
    });
    expect(encounters.map(({ state, concerns }) => [state, concerns.length])).toEqual([
      ['undone', 0],
      ['saved', 1],
    ]);
    expect(newest(await osei.cards()).words).toContain('PC Osei is worried about this child');
  });

  test('what was told yesterday stays of yesterday when its reference is added today', async () => {
    const { platform, osei } = await writes(worrying);
    await osei.presses('Worried about this child');
    await osei.fillsIn('Who was told', { whom: 'reception team, Mrs Lee' });
    const before = await db.prisma.concern.findFirstOrThrow();
    platform.later(24 * 60);
    expect(await osei.fillsIn('Change', { reference: 'HCC-4471' })).toBeNull();
    expect(await db.prisma.concern.findFirstOrThrow()).toMatchObject({
      toldAt: before.toldAt,
      theirReference: 'HCC-4471',
    });
  });

  test('pressed twice it is one worry, and the coordinator is told once', async () => {
    const { platform, osei, whitlock } = await writes(worrying);
    await osei.presses('Worried about this child', { times: 2 });
    await platform.settled();
    expect(await db.prisma.concern.count()).toBe(1);
    const alerts = (await whitlock.cards()).filter(({ words }) => /is worried about a child/.test(words));
    expect(alerts).toHaveLength(1);
  });

  test('a finished paragraph for the force’s own record: plain sentences, whose words each fact is', async () => {
    const { platform, osei } = await writes(ordinary);
    await osei.presses('Save');
    await osei.presses('Copy for force record');
    await platform.settled();
    expect(newest(await osei.cards()).words).toMatch(
      /\d\d:\d\d on \w+ \d+ \w+ \d{4}, Festival Place: PC Osei met Kai Brown \(aged 14, The Costello School\)\. With friends\. Reason as told by the child or adult: medical appointment\. Taken back to school\. Attendance Day record E-\d+\./,
    );
    const note = `${'waited with him, '.repeat(300)}then his nan came.`;
    await db.pg(`UPDATE "Encounter" SET note = '${note}'`);
    await osei.presses('Copy for force record');
    await platform.settled();
    expect(newest(await osei.cards()).words.replace(/\s+/g, ' ')).toContain(note);
  });

  test('the paragraph is offered to the police only', async () => {
    const platform = await room.start();
    const marsh = platform.colleague('marsh');
    await marsh.writes(ordinary);
    await platform.settled();
    await marsh.presses('Save');
    expect(newest(await marsh.cards()).buttons).not.toContain('Copy for force record');
  });

  test('what to tell the child stands ready with the privacy notice’s address; told or not is recorded', async () => {
    const { platform, osei } = await writes(ordinary);
    await osei.presses('Save');
    await osei.presses('Tell the child');
    await platform.settled();
    const card = newest(await osei.cards());
    expect(card.words).toContain('I’m writing down that we met');
    expect(card.words).toContain('https://www.example.org/attendance-days-privacy');
    await osei.presses('Told the child');
    await platform.settled();
    expect(newest(await osei.cards()).words).toContain('Recorded: the child was told.');
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ noticeGiven: true, revision: 2 });
  });

  test('the child can scan the privacy notice’s address from the officer’s phone, before and after it is recorded', async () => {
    const { platform, osei } = await writes(ordinary);
    await osei.presses('Save');
    await osei.presses('Tell the child');
    await platform.settled();
    const scanned = async () => {
      const { pictures, words } = newest(await osei.cards());
      expect(words).not.toContain('Picture not shown');
      return pictures.map(({ png, alt }) => ({ says: scanQrCode(png), alt }));
    };
    const once = [
      {
        says: 'https://www.example.org/attendance-days-privacy',
        alt: 'QR code that opens the privacy notice: https://www.example.org/attendance-days-privacy',
      },
    ];
    expect(await scanned()).toEqual(once);
    await osei.presses('Told the child');
    await platform.settled();
    expect(await scanned()).toEqual(once);
  });

  test('where no address is set there is no code, and the card says whom to ask', async () => {
    const { platform, osei } = await writes(ordinary, () =>
      db.prisma.scheme.update({ where: { id: 1 }, data: { privacyNoticeUrl: null } }),
    );
    await osei.presses('Save');
    await osei.presses('Tell the child');
    await platform.settled();
    const card = newest(await osei.cards());
    expect(card.words).toContain('ask your coordinator for the leaflet');
    expect(card.pictures).toEqual([]);
  });
}
