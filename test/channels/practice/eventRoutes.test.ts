import { checkCard, receiptCard } from '../../helpers/practiceCards';
import { type EventStream, openEvents } from '../../helpers/practiceEvents';
import { type PracticeServer, startPracticeServer } from '../../helpers/practiceServer';

let server: PracticeServer;
let streams: EventStream[];

beforeEach(async () => {
  server = await startPracticeServer();
  streams = [];
});
afterEach(() => {
  for (const stream of streams) stream.close();
  return server.close();
});

async function watch(as: string, headers: Record<string, string> = {}): Promise<EventStream> {
  const stream = await openEvents(server.origin, as, headers);
  streams.push(stream);
  return stream;
}

const send = (as: string, conversation: string, text: string) =>
  server.post('messages', { as, conversation, text, requestId: `request-${text.replace(/\W/g, '-')}` });

test('a message appears without asking, for those who see its conversation only', async () => {
  const [dana, marcus, ines] = await Promise.all([watch('dana'), watch('marcus'), watch('ines')]);
  await Promise.all([dana, marcus, ines].map((stream) => stream.untilReady()));
  await send('dana', 'police', 'first');
  await send('dana', 'everyone', 'second');
  expect((await marcus.next()).data).toMatchObject({ text: 'first', author: { name: 'Dana Osei' } });
  expect((await marcus.next()).data).toMatchObject({ text: 'second' });
  expect((await ines.next()).data).toMatchObject({ text: 'second' });
});

test('what was said before comes first', async () => {
  await send('dana', 'private:dana', 'earlier');
  const stream = await watch('dana');
  expect((await stream.untilReady()).map(({ data }) => data.text)).toEqual(['earlier']);
});

test('after a lost connection only what changed since comes, changes of old messages too', async () => {
  const account = { platform: 'practice', tenant: 'practice', userId: 'dana' } as const;
  const to = { kind: 'person', account, reference: null } as const;
  const { sender } = server.channel;
  const longAgo = new Date(Date.now() - 60_000);
  await server.store.append({
    key: 'old',
    conversation: 'private:dana',
    author: 'dana',
    content: { kind: 'text', text: 'old' },
    at: longAgo,
  });
  const card = await server.store.append({
    key: 'card',
    conversation: 'private:dana',
    author: 'bot:rollcall',
    content: { kind: 'card', card: checkCard },
    at: longAgo,
  });
  const messageRef = String(card.id);
  await sender.deliver({
    id: '2',
    tenant: 'practice',
    to,
    operation: 'update',
    messageRef,
    card: receiptCard,
  });
  const stream = await watch('dana', { 'Last-Event-ID': String(Date.now() - 10_000) });
  const events = await stream.untilReady();
  expect(events.map(({ data }) => [data.id, (data.card as { title: string }).title])).toEqual([
    [card.id, 'Saved as E-1042 at 10:53'],
  ]);
});

test('that the bot wrote to somebody else is told without a word of it', async () => {
  const stream = await watch('marcus');
  await stream.untilReady();
  const account = { platform: 'practice', tenant: 'practice', userId: 'dana' } as const;
  await server.channel.sender.deliver({
    id: '3',
    tenant: 'practice',
    to: { kind: 'person', account, reference: null },
    operation: 'post',
    card: checkCard,
  });
  expect(await stream.next()).toEqual({ id: null, event: 'elsewhere', data: { userId: 'dana' } });
});

test('stopping ends every open stream', async () => {
  const stream = await watch('dana');
  await stream.untilReady();
  server.channel.stop();
  await stream.ended;
});

test('nobody who is not in the room gets a stream', async () => {
  const answer = await fetch(`${server.origin}/practice/api/events?as=nobody`);
  expect(answer.status).toBe(404);
});
