import pino from 'pino';
import { remindDrafts } from '../../src/conversation/reminders/tellPeople';
import { newest, type Room } from './describeOnPlatform';
import type { Colleague } from './platforms/platform';

const back = 'kai brown 14 costello, festival place just now alone, says he cba, walked him back to school';
const homeEducated =
  'kai brown 14, festival place just now alone, says he is home educated, taken to the designated place';
const excluded =
  'kai brown 14 costello, festival place just now alone, says he is suspended, walked him back to school';
const allGrounds = ['public_place', 'school_age', 'absent_without_authority'];

/** Section 16: only for those with the power, in the direction's hours, with grounds the officer confirms. */
export function powerOfRemoval(room: Room): void {
  const { db } = room;

  async function start(options: { power?: boolean; direction?: boolean } = {}) {
    const platform = await room.start();
    const day = await db.prisma.attendanceDay.findFirstOrThrow();
    const osei = await db.prisma.staffMember.findFirstOrThrow({ where: { familyName: 'Osei' } });
    if (options.power ?? true)
      await db.prisma.staffPower.create({
        data: { staffId: osei.id, power: 'constable', from: new Date('2020-01-01') },
      });
    const hour = 3600_000;
    const midday = day.date.getTime() + 12 * hour;
    if (options.direction ?? true)
      await db.prisma.attendanceDay.update({
        where: { id: day.id },
        data: {
          directionGivenBy: 'Supt Vale',
          directionArea: 'Town centre',
          directionFrom: new Date(midday - 14 * hour),
          directionUntil: new Date(midday + 14 * hour),
        },
      });
    return { platform, colleague: platform.colleague('osei') };
  }

  async function saved(text: string, options: { power?: boolean; direction?: boolean } = {}) {
    const { platform, colleague } = await start(options);
    await colleague.writes(text);
    await platform.settled();
    const check = newest(await colleague.cards());
    await colleague.presses('Save');
    await platform.settled();
    return { platform, colleague, check };
  }

  /** What the form answers to somebody who confirms every ground. */
  async function claimsSection16(colleague: Colleague): Promise<string | undefined> {
    const claim = { used: 'section_16', grounds: allGrounds, ownGrounds: 'none' };
    return (await colleague.fillsIn('Power used?', claim))?.words;
  }

  test('used with all grounds confirmed and the officer’s own: on record, in the revisions and the force’s paragraph', async () => {
    const { platform, colleague } = await saved(back);
    const missing = await colleague.fillsIn('Power used?', { used: 'section_16', grounds: ['public_place'] });
    expect(missing?.words).toContain('Section 16 needs all three');
    const noWords = await colleague.correctsForm({ used: 'section_16', grounds: allGrounds });
    expect(noWords?.words).toContain('Write in your own words why you believed it.');
    const ownGrounds = 'Said he was skipping maths; in uniform';
    expect(await colleague.correctsForm({ used: 'section_16', grounds: allGrounds, ownGrounds })).toBeNull();
    await platform.settled();
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({
      powerUsed: 'section_16',
      powerGrounds: [...allGrounds, ownGrounds],
      revision: 2,
    });
    await colleague.presses('Copy for force record');
    await platform.settled();
    expect(newest(await colleague.cards()).words).toContain(
      `Removed under section 16 of the Crime and Disorder Act 1998. Grounds: ${ownGrounds}.`,
    );
  });

  test('“went along willingly” and “no power used” need no grounds', async () => {
    const { platform, colleague } = await saved(back);
    expect(await colleague.fillsIn('Power used?', { used: 'went_willingly' })).toBeNull();
    await platform.settled();
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({
      powerUsed: 'went_willingly',
      powerGrounds: [],
    });
    expect(await colleague.fillsIn('Change power used', { used: 'none' })).toBeNull();
  });

  test('not offered without the power, or where it has run out', async () => {
    const { platform, colleague } = await saved(back, { power: false });
    expect(newest(await colleague.cards()).buttons).not.toContain('Power used?');
    await db.prisma.staffPower.create({
      data: {
        staffId: (await db.prisma.staffMember.findFirstOrThrow({ where: { familyName: 'Osei' } })).id,
        power: 'constable',
        from: new Date('2020-01-01'),
        until: new Date('2021-01-01'),
      },
    });
    await colleague.writes(
      'mia hollis 10 park view, festival place just now alone, no reason, walked back to school',
    );
    await platform.settled();
    await colleague.presses('Save');
    expect(newest(await colleague.cards()).buttons).not.toContain('Power used?');
  });

  test('without a direction nobody is offered it', async () => {
    const { colleague } = await saved(back, { direction: false });
    expect(newest(await colleague.cards()).buttons).not.toContain('Power used?');
  });

  test('home education said: the check card says that section 16 does not cover it, and it is refused', async () => {
    const { colleague, check } = await saved(homeEducated);
    const sentence = 'Section 16 does not cover home-educated children. Check with the council.';
    expect(check.words).toContain(sentence);
    expect(await claimsSection16(colleague)).toContain(sentence);
    expect(await db.prisma.encounter.findFirstOrThrow()).toMatchObject({ powerUsed: null });
  });

  test('what stands against section 16 is said again on a card that is brought back', async () => {
    const { platform, colleague } = await start();
    await colleague.writes(homeEducated);
    await platform.settled();
    await db.pg('UPDATE "Draft" SET "remindAt" = "remindAt" - interval \'15 minutes\'');
    const { createdAt: now } = await db.prisma.draft.findFirstOrThrow();
    expect(await remindDrafts({ prisma: db.prisma, now, log: pino({ level: 'silent' }) })).toBe(1);
    await platform.settled();
    const card = newest(await colleague.cards());
    expect(card.words).toContain('You wrote this earlier');
    expect(card.words).toContain('Section 16 does not cover home-educated children.');
  });

  test('an excluded child is never taken back to the excluding school by it', async () => {
    const { colleague, check } = await saved(excluded);
    const sentence = 'Section 16 never takes a child back to the school that excluded them';
    expect(check.words).toContain(sentence);
    expect(await claimsSection16(colleague)).toContain(sentence);
  });
}
