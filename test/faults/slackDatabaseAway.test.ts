import { withTestDatabases } from '../helpers/database';
import { type DatabaseLine, startDatabaseLine } from '../helpers/databaseLine';
import { newestButton, type SlackService, slackUserOf, startSlackService } from '../helpers/slackService';
import { wordsOf } from '../helpers/slackView';

const kai = 'kai brown 14 costello, festival place just now w 2 mates, says dentist, walked him back';
const mia = 'Mia Hollis yr 5 park view, eastrop park with mum just now, mum says inset day, left with mum';
const osei = slackUserOf('osei');
const marsh = slackUserOf('marsh');
const why = "Not saved yet. Rollcall can't reach its records just now.";

withTestDatabases('the database stops while Slack is in use', (db) => {
  let line: DatabaseLine;
  let running: SlackService;
  beforeEach(async () => {
    line = await startDatabaseLine(db.url);
    running = await startSlackService(db, { url: line.url });
  });
  afterEach(async () => {
    await running.stop();
    await line.close();
    await db.truncate();
  });

  const write = (user: string, text: string) => running.requests.message({ user, text });
  const wordsTo = (user: string) => running.slack.messagesOf(user).map(({ words }) => words);
  const notices = (user: string) => wordsTo(user).filter((words) => words.startsWith('Not saved yet'));
  const checkCards = (user: string) => wordsTo(user).filter((words) => words.startsWith('Check and save'));
  const cardsCome = (user: string, count: number) =>
    running.slack.until(() => checkCards(user).length >= count, 15_000);

  test('a message is answered 503 and its writer told once; sent again, it gets its card, without a restart', async () => {
    const message = write(osei, kai);
    await line.cut();
    expect((await message.send()).status).toBe(503);
    expect((await message.send({ retry: 1 })).status).toBe(503);
    expect((await write(osei, mia).send()).status).toBe(503);
    await running.service.settled();
    expect(notices(osei)).toHaveLength(1);
    expect(notices(osei)[0]).toMatch(/wait for a card.*ring your coordinator: reference [0-9A-F]{6}\./);
    expect(notices(marsh)).toEqual([]);
    await line.mend();
    expect((await message.send({ retry: 2 })).status).toBe(200);
    await cardsCome(osei, 1);
    expect(await db.prisma.draft.count()).toBe(1);
    expect(running.lines.join('')).not.toMatch(/kai|hollis/i);
  });

  test('each person is told, and told again in the next outage', async () => {
    const first = write(osei, kai);
    await line.cut();
    await first.send();
    await write(marsh, mia).send();
    await line.mend();
    expect((await first.send({ retry: 1 })).status).toBe(200);
    await line.cut();
    await write(osei, 'Ruby Hollis yr 3 park view, bus station 0950 alone').send();
    await running.service.settled();
    expect(notices(osei)).toHaveLength(2);
    expect(notices(marsh)).toHaveLength(1);
    await line.mend();
  });

  test.each(['the platform’s repetition first', 'the person’s own second try first'])(
    'the same words written again are one draft: %s',
    async (order) => {
      const first = write(osei, kai);
      await line.cut();
      await first.send();
      const second = write(osei, kai);
      await second.send();
      await line.mend();
      const [one, other] = order.startsWith('the platform') ? [first, second] : [second, first];
      for (const message of [one, other, write(osei, ` ${kai}`)])
        expect((await message.send({ retry: 1 })).status).toBe(200);
      await cardsCome(osei, 1);
      await running.service.settled();
      expect(await db.prisma.draft.count()).toBe(1);
      expect(checkCards(osei)).toHaveLength(1);
    },
  );

  test('other words, other people and other times are messages of their own', async () => {
    const first = write(osei, kai);
    await line.cut();
    await first.send();
    await line.mend();
    for (const message of [first, write(marsh, kai), write(osei, mia)])
      expect((await message.send({ retry: 1 })).status).toBe(200);
    running.clock.later(11);
    expect((await write(osei, kai).send()).status).toBe(200);
    await cardsCome(osei, 3);
    await cardsCome(marsh, 1);
    expect(await db.prisma.draft.count()).toBe(4);
  });

  test('a command is answered each time, also where the outage had it first', async () => {
    const help = write(osei, 'help');
    const helpCards = () => wordsTo(osei).filter((words) => words.startsWith('What you can write to me'));
    await line.cut();
    await help.send();
    await line.mend();
    for (const message of [help, write(osei, 'help')]) expect((await message.send()).status).toBe(200);
    await running.slack.until(() => helpCards().length === 2, 15_000);
  });

  test('what was acknowledged just before is answered afterwards', async () => {
    const said = ['Ann', 'Beth', 'Carl', 'Dean', 'Ella'].map((name) =>
      write(osei, `${name} Harkwell 14 costello, festival place just now, alone, no reason, advised`),
    );
    const statuses = await Promise.all(said.map((message) => message.send()));
    await line.cut();
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    await running.service.settled();
    await line.mend();
    await cardsCome(osei, 5);
    expect(await db.prisma.draft.count()).toBe(5);
    expect(checkCards(osei)).toHaveLength(5);
  });

  test('a press is told that nothing is saved, and saves when the database is back', async () => {
    await write(osei, kai).send();
    await cardsCome(osei, 1);
    const save = newestButton(running.slack.messagesOf(osei), 'Save');
    await line.cut();
    await running.requests.press({ user: osei, ...save }).send();
    // Slack never shows an answer to a press: the sentence follows it into the chat.
    await running.slack.until(() => notices(osei).length > 0);
    expect(notices(osei)).toEqual([expect.stringContaining(`${why} Press again in a minute.`)]);
    await line.mend();
    await running.requests.press({ user: osei, ...save }).send();
    await running.slack.until(() => wordsTo(osei).some((words) => /Saved as E-\d+/.test(words)), 15_000);
    expect(await db.prisma.encounter.count()).toBe(1);
  });

  test('a form stays open with what was typed and says why; a command is answered in its place', async () => {
    await write(osei, kai).send();
    await cardsCome(osei, 1);
    await running.requests
      .press({ user: osei, ...newestButton(running.slack.messagesOf(osei), 'Change') })
      .send();
    await running.slack.until(() => running.slack.viewsOf(osei).length === 1);
    const [view] = running.slack.viewsOf(osei);
    if (view === undefined) throw new Error('no form was opened');
    const form = running.requests.submit({ user: osei, view, values: { age: 13 } });
    await line.cut();
    const answer = (await form.send()).json;
    expect(answer).toMatchObject({ response_action: 'errors' });
    expect(JSON.stringify(answer)).toContain(`${why} What you typed is still here: press the button again`);
    const command = await running.requests.command({ user: osei, text: 'drafts' }).send();
    expect(wordsOf((command.json as { blocks: unknown }).blocks)).toContain(
      `${why} Send the command again in a minute.`,
    );
    await line.mend();
    expect((await running.requests.submit({ user: osei, view, values: { age: 13 } }).send()).json).toEqual({
      response_action: 'clear',
    });
    await running.slack.until(() => checkCards(osei).at(-1)?.includes('13') === true, 15_000);
  });
});
