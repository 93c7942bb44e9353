import { toLocalDate } from '../../src/domain/localTime';
import { closeTheDay } from '../helpers/closeTheDay';
import { newest, type Room } from './describeOnPlatform';

const kai = 'kai brown 14 costello, festival place just now w 2 mates, says dentist, walked him back';

/** Putting right what was understood, before and after saving. */
export function changingEncounters(room: Room): void {
  const { db } = room;

  test('a short answer amends the draft: the new card stands below, the old one has no buttons', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await osei.writes('13 not 14');
    await platform.settled();
    const [old, card] = await osei.cards();
    expect(card?.words).toContain('Changed: age 13');
    expect(old?.buttons).toEqual([]);
    await osei.presses('Save');
    expect(await db.prisma.encounter.findMany()).toMatchObject([{ age: 13 }]);
  });

  test('a draft built over three messages stays one draft', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    for (const text of ['kai brown 14', 'school is costello', 'with his nan']) await osei.writes(text);
    await platform.settled();
    expect(await db.prisma.draft.count()).toBe(1);
    await osei.presses('Save');
    const encounter = await db.prisma.encounter.findFirstOrThrow({ include: { school: true } });
    expect([encounter.school?.name, encounter.companion]).toEqual(['The Costello School', 'other_adult']);
  });

  test('with several drafts and none that clearly fits, it asks which', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes('kai brown 14 at festival place just now');
    await osei.writes('liam stone 14 at eastrop park just now');
    await platform.settled();
    await osei.writes('school is costello');
    await platform.settled();
    expect(newest(await osei.cards()).words).toContain('Which draft do you mean?');
    await osei.presses('Number 2');
    expect(newest(await osei.cards()).words).toMatch(/Liam Stone[\s\S]*The Costello School/);
    expect(await db.prisma.draft.count()).toBe(2);
  });

  test('a short answer that fits one of several drafts amends that one', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes('kai brown 14 costello at festival place just now');
    await osei.writes('liam stone 12 everest at eastrop park just now');
    await osei.writes('13 not 14');
    await platform.settled();
    expect(newest(await osei.cards()).words).toMatch(/Changed: age 13[\s\S]*Kai Brown/);
  });

  test('editing the message reads an unsaved draft again, in place', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    const written = await osei.writes(kai);
    await platform.settled();
    await osei.edits(written, kai.replace('14', '15'));
    const cards = await osei.cards();
    expect(cards).toHaveLength(1);
    expect(cards[0]?.words).toContain('Read again, because you edited your message');
    expect(cards[0]?.words).toContain('15');
  });

  test('editing the message after saving changes nothing, and offers the change with what it says now', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    const written = await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    await osei.edits(written, kai.replace('14', '15'));
    const card = newest(await osei.cards());
    expect(card.words).toMatch(/E-\d+ is already saved/);
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ age: 14, revision: 1 });
    await osei.fillsIn(card.buttons[0] ?? '', {});
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ age: 15, revision: 2 });
  });

  test('a short answer after saving changes nothing by itself, and leads to the change', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    await osei.writes('sorry he was with his nan');
    await platform.settled();
    expect(newest(await osei.cards()).words).toMatch(/E-\d+ is already saved/);
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ companion: 'peers' });
  });

  test('a form is filled in as understood; an error stands at its field and keeps everything typed', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    const again = await osei.fillsIn('Change', { familyName: 'Browne', date: '2099-01-01' });
    expect(again?.words).toContain('This is still to come');
    const date = toLocalDate((await db.prisma.draft.findFirstOrThrow()).sentAt);
    expect(await osei.correctsForm({ familyName: 'Browne', date })).toBeNull();
    expect(newest(await osei.cards()).words).toContain('Kai Browne');
    await osei.presses('Save');
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ familyName: 'Browne', age: 14 });
  });

  test('an encounter can be recorded by form alone, and is checked like any other', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes('help');
    await platform.settled();
    expect(
      await osei.fillsIn('Use a form', {
        givenName: 'Kai',
        familyName: 'Brown',
        school: 'costello',
        place: 'fest place',
        age: 14,
      }),
    ).toBeNull();
    expect(newest(await osei.cards()).words).toMatch(
      /Check and save[\s\S]*The Costello School[\s\S]*Festival Place/,
    );
    await osei.presses('Save');
    expect(await db.prisma.encounter.count()).toBe(1);
  });

  test('undo within ten minutes takes the record back and makes what was written a draft again', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    await osei.presses('Undo');
    const [receipt, draft] = await osei.cards();
    expect(receipt?.words).toMatch(/Undone: E-\d+/);
    expect(draft?.words).toContain('Check and save: 1 child');
    await osei.presses('Save');
    const encounters = await db.prisma.encounter.findMany({ orderBy: { number: 'asc' } });
    expect(encounters.map((encounter) => encounter.state)).toEqual(['undone', 'saved']);
    expect(await db.prisma.encounterRevision.count({ where: { kind: 'undone' } })).toBe(1);
  });

  test('after ten minutes undo is refused with what to do instead', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    await db.pg('UPDATE "Encounter" SET "savedAt" = "savedAt" - interval \'11 minutes\'');
    await osei.presses('Undo');
    expect((await osei.cards()).map((card) => card.words).join('\n')).toContain(
      'Undo works for 10 minutes after saving. Press Change to put it right.',
    );
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ state: 'saved' });
  });

  test('who recorded it may change it until the day is closed; each change is a revision', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    await osei.fillsIn('Change', { outcome: 'taken_home' });
    expect(newest(await osei.cards()).words).toContain('Changed and saved');
    const revisions = await db.prisma.encounterRevision.findMany({ orderBy: { number: 'asc' } });
    expect(revisions.map(({ kind, values }) => [kind, (values as { outcome: string }).outcome])).toEqual([
      ['saved', 'returned_to_school'],
      ['changed', 'taken_home'],
    ]);
    await db.prisma.attendanceDay.updateMany({ data: { closedAt: new Date() } });
    await osei.presses('Change');
    expect((await osei.cards()).map((card) => card.words).join('\n')).toContain(
      'The day is closed, so this can no longer be changed here',
    );
  });

  test('after the close the council corrects it, and has to say why', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    await db.prisma.attendanceDay.updateMany({ data: { closedAt: new Date() } });
    const { number } = await db.prisma.encounter.findFirstOrThrow();
    const marsh = platform.colleague('marsh');
    await marsh.writes(`E-${number}`);
    await platform.settled();
    expect((await marsh.fillsIn('Change', { outcome: 'taken_home' }))?.words).toContain(
      'Write why the record is being put right',
    );
    expect(
      await marsh.correctsForm({ outcome: 'taken_home', reason: 'The school rang: he went home.' }),
    ).toBeNull();
    const revision = await db.prisma.encounterRevision.findFirstOrThrow({
      where: { kind: 'corrected' },
      include: { by: true },
    });
    expect(revision).toMatchObject({ reason: 'The school rang: he went home.', by: { familyName: 'Marsh' } });
  });

  test('an old card does not save what has changed since it was drawn', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    const draft = await db.prisma.draft.findFirstOrThrow();
    await db.prisma.draft.update({ where: { id: draft.id }, data: { version: draft.version + 1 } });
    await osei.presses('Save');
    expect(newest(await osei.cards()).words).toContain(
      'Not saved yet: this has changed since the card you pressed',
    );
    expect(await db.prisma.encounter.count()).toBe(0);
    await osei.presses('Save');
    expect(await db.prisma.encounter.count()).toBe(1);
  });

  test('at the day’s close an unsaved draft goes to the coordinator, who can finish it', async () => {
    const platform = await room.start();
    const [osei, whitlock] = [platform.colleague('osei'), platform.colleague('whitlock')];
    await whitlock.writes('morning');
    await osei.writes(kai);
    await platform.settled();
    await closeTheDay(db);
    await platform.settled();
    expect(newest(await osei.cards()).words).toContain('went to the coordinator');
    expect(newest(await whitlock.cards()).words).toContain('Left unsaved by PC Osei when the day closed');
    await whitlock.presses('Save');
    const encounter = await db.prisma.encounter.findFirstOrThrow({
      include: { recordedBy: true, revisions: { include: { by: true } } },
    });
    expect([encounter.recordedBy.familyName, encounter.revisions[0]?.by.familyName]).toEqual([
      'Osei',
      'Whitlock',
    ]);
  });
}
