import { withTestDatabases } from '../helpers/database';
import { newestButton, type SlackService, slackUserOf, startSlackService } from '../helpers/slackService';
import type { SlackFailure } from '../helpers/slackWire';
import { type TeamsPerson, type TeamsServer, textOf } from '../helpers/teams';
import { startTeamsService, type TeamsService, teamsUserOf } from '../helpers/teamsService';
import { waitFor } from '../helpers/waitFor';

const kai = 'kai brown 14 costello, festival place just now w 2 mates, says dentist, walked him back';
const mia = 'Mia Hollis yr 5 park view, eastrop park with mum just now, mum says inset day, left with mum';

withTestDatabases('Slack refuses, fails or says nothing', (db) => {
  const osei = slackUserOf('osei');
  let running: SlackService;
  beforeEach(async () => {
    running = await startSlackService(db);
  });
  afterEach(async () => {
    await running.stop();
    await db.truncate();
  });

  const write = (text: string) => running.requests.message({ user: osei, text }).send();
  const cards = () => running.slack.messagesOf(osei).map(({ words }) => words);
  const calls = () =>
    running.slack.calls
      .map(({ method }) => method)
      .filter((method) => ['chat.postMessage', 'conversations.history', 'chat.update'].includes(method));
  const states = async () =>
    (await db.prisma.outgoing.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state);
  const allSent = (cardsThen: number) =>
    running.slack.until(() => cards().length >= cardsThen, 15_000).then(() => running.service.settled());

  test('“later” is obeyed: the card comes after the time Slack named, once, and before the next one', async () => {
    running.slack.failNext({ status: 429, retryAfter: 1 }, 'chat.postMessage');
    await write(kai);
    await running.slack.until(() => calls().length === 1);
    const refusedAt = Date.now();
    await write(mia);
    await allSent(1);
    expect(Date.now() - refusedAt).toBeGreaterThan(900);
    await allSent(2);
    expect(cards()).toEqual([expect.stringContaining('Kai Brown'), expect.stringContaining('Mia Hollis')]);
    expect(calls()).toEqual(Array(3).fill('chat.postMessage'));
  });

  const unknownResults: readonly [string, SlackFailure][] = [
    ['a fault', { status: 503 }],
    ['a connection cut', { hangUp: true }],
    ['a fault of its own words', { error: 'fatal_error' }],
  ];

  test.each(unknownResults)(
    '%s after the card was posted: Slack is asked, and it is not sent again',
    async (_, failure) => {
      running.slack.failNext({ ...failure, afterwards: true }, 'chat.postMessage');
      await write(kai);
      await running.slack.until(() => calls().includes('conversations.history'), 15_000);
      await running.service.settled();
      expect(cards()).toHaveLength(1);
      expect(calls()).toEqual(['chat.postMessage', 'conversations.history']);
      expect(await states()).toEqual(['sent']);
    },
  );

  test.each(unknownResults)('%s before it: Slack is asked first, then it is sent', async (_, failure) => {
    running.slack.failNext(failure, 'chat.postMessage');
    await write(kai);
    await allSent(1);
    expect(cards()).toHaveLength(1);
    expect(calls()).toEqual(['chat.postMessage', 'conversations.history', 'chat.postMessage']);
    expect(await states()).toEqual(['sent']);
  });

  test('while a receipt can’t be shown the encounter is saved, and it is shown when Slack is well, once', async () => {
    await write(kai);
    await allSent(1);
    running.slack.failNext({ status: 500 }, 'chat.update');
    await running.requests
      .press({ user: osei, ...newestButton(running.slack.messagesOf(osei), 'Save') })
      .send();
    await running.slack.until(() => /Saved as E-\d+/.test(cards().join()), 15_000);
    expect(cards()).toHaveLength(1);
    expect(await db.prisma.encounter.count()).toBe(1);
  });
});

withTestDatabases('Teams refuses, fails or says nothing', (db) => {
  let running: TeamsService;
  let server: TeamsServer;
  let osei: TeamsPerson;
  beforeEach(async () => {
    running = await startTeamsService(db);
    server = running.server;
    osei = running.activities.person({ aadObjectId: teamsUserOf('osei'), name: 'Ama Osei' });
  });
  afterEach(async () => {
    await running.stop();
    await db.truncate();
  });

  const cards = () => server.messagesOf(osei.conversation).map(({ card }) => textOf(card));
  const posts = () =>
    server.calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/activities'));
  const states = async () =>
    (await db.prisma.outgoing.findMany({ orderBy: { id: 'asc' } })).map(({ state }) => state);

  test('“later” is obeyed: the card comes after the time Teams named, once', async () => {
    server.trouble({ status: 429, headers: { 'retry-after': '1' } });
    await osei.writes(kai);
    await waitFor(async () => posts().length === 1);
    const refusedAt = Date.now();
    await waitFor(async () => (await states()).join() === 'sent');
    expect(Date.now() - refusedAt).toBeGreaterThan(900);
    expect(cards()).toHaveLength(1);
    expect(posts()).toHaveLength(2);
  });

  test.each([
    ['a fault after the card was posted', { status: 502, done: true }, 1],
    ['a connection cut after it', { drop: true, done: true }, 1],
    ['a fault before it', { status: 503 }, 0],
  ])(
    '%s: never sent blindly twice, listed as uncertain, and the next card is not held up',
    async (_, trouble, arrived) => {
      server.trouble(trouble);
      await osei.writes(kai);
      await waitFor(async () => (await states()).join() === 'uncertain');
      expect(cards()).toHaveLength(arrived);
      await osei.writes(mia);
      await waitFor(async () => (await states()).join() === 'uncertain,sent');
      expect(cards().at(-1)).toContain('Mia Hollis');
      expect(posts()).toHaveLength(2);
      expect(await db.prisma.draft.count()).toBe(2);
    },
  );
});
