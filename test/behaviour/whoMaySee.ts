import { newest, type Room } from './describeOnPlatform';

/** Who is shown what, and what never leaves. */
export function whoMaySee(room: Room): void {
  const { db } = room;

  test('police are asked a question where two pupils fit alike; the answer tells them apart', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes('jayden pike 13 at planet ice just now, alone, no reason, advised');
    await platform.settled();
    const card = newest(await osei.cards());
    expect(card.words).toContain('More than one pupil fits. Ask which school and write it here.');
    expect(card.words).not.toMatch(/Cranbourne|Everest/);
    expect(await db.prisma.lookUp.count()).toBe(0);
    await osei.writes('school is everest');
    await platform.settled();
    expect(newest(await osei.cards()).words).toContain('Likely: Jayden Pike');
    await osei.presses('Save');
    const encounter = await db.prisma.encounter.findFirstOrThrow({
      include: { child: { include: { school: true } } },
    });
    expect(encounter.child.school?.name).toBe('Everest Community Academy');
  });

  test('council staff see up to three, and nothing is matched unless they choose', async () => {
    const platform = await room.start();
    const marsh = platform.colleague('marsh');
    await marsh.writes('jayden pike 13 at planet ice just now, alone, no reason, advised');
    await platform.settled();
    const card = newest(await marsh.cards());
    expect(card.words).toContain('Not matched unless you choose.');
    expect(card.buttons).toEqual(expect.arrayContaining(['Choose 1', 'Choose 2', 'None of these']));
    expect(await db.prisma.lookUp.count()).toBe(2);
    await marsh.presses('Choose 2');
    expect(newest(await marsh.cards()).words).toContain('Pupil: Jayden Pike');
    await marsh.presses('Save');
    expect(await db.prisma.encounter.findFirstOrThrow({ include: { child: true } })).toMatchObject({
      child: { identified: true },
    });
  });

  test('none of these: kept as an unidentified child, to be matched later', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes('kai brown 14 costello, festival place just now, no reason, advised');
    await platform.settled();
    await osei.presses('Someone else');
    expect(newest(await osei.cards()).words).toContain('Will be kept as not identified');
    await osei.presses('Save');
    const encounter = await db.prisma.encounter.findFirstOrThrow({ include: { child: true } });
    expect(encounter.child).toMatchObject({ identified: false, givenName: 'Kai', familyName: 'Brown' });
  });

  test('police who are not on a patrol are shown no pupil; what they met is recorded all the same', async () => {
    const platform = await room.start();
    const hale = platform.colleague('hale');
    await hale.writes('kai brown 14 costello, festival place just now, no reason, advised');
    await platform.settled();
    const card = newest(await hale.cards());
    expect(card.words).toContain('You are not on a patrol today, so pupils’ records are not shown');
    expect(card.words).not.toContain('Year 10');
    expect(await db.prisma.lookUp.count()).toBe(0);
    await hale.presses('Save');
    expect(await db.prisma.encounter.count()).toBe(1);
  });

  test('a school’s attendance lead may not record encounters, and is told what to do', async () => {
    const platform = await room.start();
    const lewis = platform.colleague('lewis');
    await lewis.writes('kai brown 14 costello, festival place just now, no reason, advised');
    await platform.settled();
    expect(newest(await lewis.cards()).words).toContain(
      'Your role does not allow this. Ask your coordinator',
    );
    expect(await db.prisma.draft.count()).toBe(0);
  });

  test('an account that nobody registered gets one polite answer with how to ask for access, and nothing else', async () => {
    const platform = await room.start();
    const stranger = platform.colleague('stranger');
    await stranger.writes('anything known on kai brown costello?');
    await platform.settled();
    await stranger.writes('kai brown 14 costello, festival place just now');
    await platform.settled();
    const cards = await stranger.cards();
    expect(cards).toHaveLength(1);
    expect(cards[0]?.words).toContain('To ask for access: ask Dana Whitlock, 01632 960001');
    expect(cards[0]?.buttons).toEqual([]);
    expect(await db.prisma.draft.count()).toBe(0);
    const kept = await db.pg<{ payload: string }>('SELECT payload::text AS payload FROM "InboundEvent"');
    expect(kept.map((row) => row.payload).join()).not.toMatch(/kai/i);
  });

  test('a mention in a channel is answered there without any detail, and goes on in private', async () => {
    const platform = await room.start();
    const channel = await sharedChannel();
    await platform
      .colleague('osei')
      .mentions(channel, 'kai brown 14 costello, festival place just now, no reason, advised');
    const [answer] = await platform.channelCards(channel);
    expect(answer?.words).toBe(
      'I’ve taken this to our private chat. Please delete your message here: others can read it.',
    );
    expect(newest(await platform.colleague('osei').cards()).words).toContain('Check and save: 1 child');
  });

  test('no name, address or date of birth in a preview, a channel, a button, a URL, an error or a log line', async () => {
    const platform = await room.start();
    const channel = await sharedChannel();
    const osei = platform.colleague('osei');
    await osei.writes(
      'Xanthe Quillfeather, born 3/4/12, costello, lives 12 Hawthorn Rise, at festival place just now, says dentist',
    );
    await osei.mentions(channel, 'Orsolya Fenwright dob 3/4/12 costello at the malls just now, no reason');
    await platform.settled();
    await osei.presses('Save');
    const personal = /xanthe|quillfeather|orsolya|fenwright|hawthorn|3\/4\/12|2012-04-03|3 Apr 2012/i;
    for (const preview of await osei.previews()) expect(preview).not.toMatch(personal);
    for (const card of await platform.channelCards(channel)) expect(card.words).not.toMatch(personal);
    expect(platform.logLines().join('\n')).not.toMatch(personal);
    const tokens = await db.pg<{ token: string }>(
      'SELECT token FROM "ButtonToken" UNION SELECT id FROM "FormSession"',
    );
    expect(tokens.length).toBeGreaterThan(5);
    for (const { token } of tokens) expect(token).toMatch(/^[\w-]{22}$/);
    const errors = await db.pg<{ error: string }>(
      'SELECT "lastError" AS error FROM "Outgoing" WHERE "lastError" IS NOT NULL',
    );
    expect(errors).toEqual([]);
    const audits = await db.pg<{ row: string }>('SELECT a::text AS row FROM "AuditEvent" a');
    expect(audits.map(({ row }) => row).join()).not.toMatch(personal);
    expect(platform.everythingSent()).toMatch(personal);
  });

  async function sharedChannel(): Promise<string> {
    await db.prisma.agencyChannel.create({
      data: { platform: 'practice', tenant: 'practice', channelId: 'C0SHARED', shared: true },
    });
    return 'C0SHARED';
  }
}
