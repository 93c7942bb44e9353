import { remindDrafts } from '../../src/conversation/reminders/tellPeople';
import { inOneTransaction } from '../../src/data/unitOfWork';
import { linkAccountByEmail } from '../../src/usecases/accounts/linkAccountByEmail';
import { closeTheDay } from '../helpers/closeTheDay';
import { newest, type Room } from './describeOnPlatform';

const kai = 'kai brown 14 costello, festival place just now w 2 mates, says dentist, walked him back';
const two =
  'mia hollis yr 5 park view and jayden pike yr 8 cranbourne, eastrop park just now, no reason, advised';

/** What happens off the main road, where records go wrong quietly. */
export function trickyChanges(room: Room): void {
  const { db } = room;

  const wordsOf = async (colleague: { cards(): Promise<readonly { words: string }[]> }) =>
    (await colleague.cards()).map((card) => card.words).join('\n---\n');

  test('an edit after one child was dropped never fills another child’s record', async () => {
    const platform = await room.start();
    const marsh = platform.colleague('marsh');
    const written = await marsh.writes(two);
    await platform.settled();
    await marsh.presses('Drop');
    await marsh.presses('Save');
    const before = await db.prisma.encounter.findFirstOrThrow();
    await marsh.edits(written, `${two} thx`);
    const change = newest(await marsh.cards()).buttons[0] ?? '';
    await marsh.fillsIn(change, {});
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({
      givenName: before.givenName,
      yearGroup: before.yearGroup,
    });
  });

  test('a record whose name no longer fits its pupil is unidentified again, and says so', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    await osei.fillsIn('Change', { givenName: 'Liam', familyName: 'Stone' });
    expect(newest(await osei.cards()).words).toContain('It no longer fits the pupil it was matched to');
    const encounter = await db.prisma.encounter.findFirstOrThrow({ include: { child: true } });
    expect(encounter.child).toMatchObject({ identified: false, familyName: 'Stone' });
  });

  test('a small correction of the spelling keeps the pupil', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    await osei.fillsIn('Change', { givenName: 'Kay' });
    expect(await db.prisma.encounter.findFirstOrThrow({ include: { child: true } })).toMatchObject({
      givenName: 'Kay',
      child: { identified: true },
    });
  });

  test('a changed date moves the record to the day it was on', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    await osei.fillsIn('Change', { date: '2026-01-05' });
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ dayId: null });
  });

  test('a form left open does not take back what was amended meanwhile', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Change');
    await osei.writes('13 not 14');
    await platform.settled();
    expect(await osei.correctsForm({ outcome: 'taken_home' })).toBeNull();
    const card = newest(await osei.cards());
    expect(card.words).toMatch(/Kai Brown, 13/);
    expect(card.words).toContain('Taken home');
  });

  test('another sighting of the same child is another draft', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await osei.writes('kai brown 14 costello, bus station just now, alone, no reason, advised');
    await platform.settled();
    expect(await db.prisma.draft.count()).toBe(2);
  });

  test('a wrong choice of pupil can be taken back', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Someone else');
    expect(newest(await osei.cards()).words).toContain('none of those shown');
    await osei.presses('Choose again');
    expect(newest(await osei.cards()).words).toContain('Likely: Kai Brown');
  });

  test('“None of these” pressed twice on the question which draft begins one draft', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes('kai brown 14 at festival place just now');
    await osei.writes('liam stone 14 at eastrop park just now');
    await platform.settled();
    await osei.writes('school is costello');
    await platform.settled();
    await osei.presses('Number 2', { times: 2 });
    expect((await osei.cards()).filter((card) => card.words.includes('Liam Stone'))).toHaveLength(1);
  });

  test('a time that is still to come is not saved', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    const draft = await db.prisma.draft.findFirstOrThrow();
    const [child] = draft.children as { fields: object }[];
    const later = { ...child, fields: { ...child?.fields, occurredAt: '2099-01-01T10:00' } };
    await db.prisma.draft.update({ where: { id: draft.id }, data: { children: [later] } });
    await osei.presses('Save');
    expect(await wordsOf(osei)).toContain('still to come');
    expect(await db.prisma.encounter.count()).toBe(0);
  });

  test('two colleagues saving the same child at the same moment: one is warned', async () => {
    const platform = await room.start();
    const [osei, marsh] = [platform.colleague('osei'), platform.colleague('marsh')];
    await osei.writes(kai);
    await marsh.writes(kai);
    await platform.settled();
    await Promise.all([osei.presses('Save'), marsh.presses('Save')]);
    expect(await db.prisma.encounter.count()).toBe(1);
  });

  test('community safety opens today’s encounters of colleagues, not earlier ones', async () => {
    const platform = await room.start();
    const [osei, rowe] = [platform.colleague('osei'), platform.colleague('rowe')];
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    const { number } = await db.prisma.encounter.findFirstOrThrow();
    await rowe.writes(`E-${number}`);
    await platform.settled();
    expect(newest(await rowe.cards()).words).toContain('Festival Place');
    await db.pg('UPDATE "Encounter" SET "occurredAt" = "occurredAt" - interval \'200 days\'');
    await rowe.writes(`E-${number}`);
    await platform.settled();
    expect(newest(await rowe.cards()).words).toContain('You can open encounters of today only');
  });

  test('who may not open a colleague’s encounter learns no more than that there may be one', async () => {
    const platform = await room.start();
    const [osei, hale] = [platform.colleague('osei'), platform.colleague('hale')];
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    await hale.writes(kai);
    await platform.settled();
    const card = newest(await hale.cards());
    expect(card.words).toContain('A colleague may have recorded this already. Ask your coordinator');
    expect(card.words).not.toMatch(/E-\d|Osei/);
    await hale.presses('Save as another');
    expect(await db.prisma.encounter.count()).toBe(2);
  });

  test('a draft is never brought back to somebody who was given the account since', async () => {
    const platform = await room.start();
    const [osei, lewis] = [platform.colleague('osei'), platform.colleague('lewis')];
    await lewis.writes('help');
    await osei.writes(kai);
    await platform.settled();
    const lead = await db.prisma.staffMember.findFirstOrThrow({ where: { familyName: 'Lewis' } });
    const draft = await db.prisma.draft.findFirstOrThrow();
    await db.prisma.account.update({ where: { id: draft.accountId }, data: { staffId: lead.id } });
    await db.pg('UPDATE "Draft" SET "remindAt" = "remindAt" - interval \'15 minutes\'');
    const log = { error: () => {}, warn: () => {}, info: () => {} };
    await remindDrafts({ prisma: db.prisma, now: draft.createdAt, log });
    await platform.settled();
    const sentTo = await db.prisma.outgoing.findMany({
      where: { content: { path: ['card', 'title'], string_contains: 'Check and save' } },
    });
    expect(sentTo).toHaveLength(1);
  });

  test('the coordinator finds drafts handed over at the close under “drafts”, and can choose, change and save', async () => {
    const platform = await room.start();
    const [osei, whitlock] = [platform.colleague('osei'), platform.colleague('whitlock')];
    await osei.writes(kai);
    await platform.settled();
    await closeTheDay(db);
    await whitlock.writes('drafts');
    await platform.settled();
    await whitlock.presses('Show 1');
    await whitlock.presses('Someone else');
    await whitlock.presses('Save');
    expect(newest(await whitlock.cards()).buttons).not.toContain('Undo');
    expect(await db.prisma.encounter.findFirstOrThrow({ include: { child: true } })).toMatchObject({
      child: { identified: false },
    });
  });

  test('a draft saved while the day is being closed stays saved', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await Promise.all([osei.presses('Save'), closeTheDay(db)]);
    const draft = await db.prisma.draft.findFirstOrThrow();
    expect(draft.state === 'saved').toBe((await db.prisma.encounter.count()) === 1);
  });

  test('undo keeps what was changed after saving', async () => {
    const platform = await room.start();
    const osei = platform.colleague('osei');
    await osei.writes(kai);
    await platform.settled();
    await osei.presses('Save');
    await osei.fillsIn('Change', { outcome: 'taken_home' });
    await osei.presses('Undo');
    expect(newest(await osei.cards()).words).toContain('Taken home');
  });

  test('dropping the last child asks before throwing the draft away', async () => {
    const platform = await room.start();
    const marsh = platform.colleague('marsh');
    await marsh.writes(two);
    await platform.settled();
    const draft = await db.prisma.draft.findFirstOrThrow();
    const [first, second] = draft.children as object[];
    const children = [{ ...first }, { ...second, dropped: true }];
    await db.prisma.draft.update({ where: { id: draft.id }, data: { children } });
    await marsh.presses('Drop');
    expect(newest(await marsh.cards()).words).toContain('Throw this draft away?');
    await marsh.presses('Keep it');
    const card = newest(await marsh.cards());
    expect(card.words).toContain('Check and save: 1 child');
    expect(card.buttons).not.toContain('Drop');
  });

  test('an account is linked on first contact by the verified e-mail address only where the scheme allows it', async () => {
    const platform = await room.start();
    const account = await db.prisma.account.create({
      data: { platform: 'slack', tenant: 'T', userId: 'U0NEW' },
    });
    const link = () =>
      inOneTransaction(
        { prisma: db.prisma, now: new Date(), actor: { kind: 'unregistered', accountId: account.id } },
        (work) => linkAccountByEmail(work, { accountId: account.id, verifiedEmail: ' OSEI@example.org ' }),
      );
    expect(await link()).toBeNull();
    await db.prisma.scheme.update({ where: { id: 1 }, data: { linkByVerifiedEmail: true } });
    const osei = await db.prisma.staffMember.findFirstOrThrow({ where: { familyName: 'Osei' } });
    expect(await link()).toBe(osei.id);
    expect(await db.prisma.auditEvent.count({ where: { action: 'account.linked_by_email' } })).toBe(1);
    await platform.settled();
  });
}
