import type { RunningPlatform } from '../behaviour/platforms/platform';
import { startSlack } from '../behaviour/platforms/slack';
import { withTestDatabases } from '../helpers/database';
import { waitFor } from '../helpers/waitFor';

const encounter = 'kai brown 14 costello, festival place just now w 2 mates, says dentist, walked him back';

withTestDatabases('what fails on our side is told with a reference that the log bears too', (db) => {
  let platform: RunningPlatform;

  beforeEach(async () => {
    platform = await startSlack(db);
  });
  afterEach(async () => {
    await mend();
    await platform.stop();
    await db.truncate();
  });

  /** From now on nothing can be stored in this table: an error that is nobody's message's fault. */
  const breakTable = (table: 'Draft' | 'Encounter') =>
    db.pg(`ALTER TABLE "${table}" ADD CONSTRAINT broken CHECK (false) NOT VALID`);
  const mend = async () => {
    for (const table of ['Draft', 'Encounter'])
      await db.pg(`ALTER TABLE "${table}" DROP CONSTRAINT IF EXISTS broken`);
  };
  /** The references in the log, one for each line of a warning or an error about `what`. */
  const logged = (what: RegExp) =>
    platform
      .logLines()
      .map((line): { level: number; msg: string; reference?: string } => JSON.parse(line))
      .filter(({ level, msg }) => level >= 40 && what.test(msg))
      .map(({ reference }) => reference);
  const told = async () => (await platform.colleague('osei').cards()).map(({ words }) => words).join('\n');
  const referenceIn = (words: string) => /reference ([0-9A-F]{6})/.exec(words)?.[1];

  test('a message', async () => {
    await breakTable('Draft');
    await platform.colleague('osei').writes(encounter);
    // Settled is what was tried; a hiccup on the way to Slack or to the database is tried again a second later.
    await waitFor(async () => referenceIn(await told()) !== undefined);
    const reference = referenceIn(await told());
    // Three tries, and two lines about each of them.
    expect(logged(/a message could not be handled/)).toEqual(Array(3).fill(reference));
    expect(logged(/a message waits/).filter((one) => one === reference)).toHaveLength(3);
    const { text } = { text: await (await fetch(`${platform.url}/metrics`)).text() };
    expect(text).toContain('rollcall_inbound_total{platform="slack",kind="message",result="retried"} 2');
    expect(text).toContain('rollcall_inbound_total{platform="slack",kind="message",result="failed"} 1');
  });

  test('a press, which can be pressed again once it is mended', async () => {
    const officer = platform.colleague('osei');
    await officer.writes(encounter);
    await platform.settled();
    await breakTable('Encounter');
    await officer.presses('Save');
    const words = await told();
    expect(words).toContain('Not saved yet. Something went wrong on our side. Press again in a minute.');
    const reference = referenceIn(words);
    expect(reference).toBeDefined();
    expect(logged(/a press|not saved/)).toEqual([reference, reference]);
    expect(await db.prisma.encounter.count()).toBe(0);

    await mend();
    await officer.presses('Save');
    expect(await db.prisma.encounter.count()).toBe(1);
  });
});
