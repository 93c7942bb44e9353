import { inboundSchema } from '../../../src/conversation/model/inbound';
import { bodyOf } from '../../helpers/practiceBody';
import { type PracticeServer, startPracticeServer } from '../../helpers/practiceServer';

let server: PracticeServer;

beforeEach(async () => {
  server = await startPracticeServer();
});
afterEach(() => server.close());

const send = (as: string, conversation: string, text: string, requestId: string) =>
  server.post('messages', { as, conversation, text, requestId });
const idOf = async (response: Response): Promise<number> => (await bodyOf(response)).message.id;
const read = async (as: string, conversation: string) =>
  fetch(`${server.origin}/practice/api/messages?as=${as}&conversation=${conversation}`);

test('what one writes in private reaches the conversation as a message of that person', async () => {
  const id = await idOf(await send('dana', 'private:dana', 'Kai Brown 14 costello', 'request-1'));
  expect(server.conversation.received).toEqual([
    {
      kind: 'message',
      account: { platform: 'practice', tenant: 'practice', userId: 'dana' },
      location: { kind: 'private', conversation: 'private:dana' },
      eventKey: `msg:${id}`,
      actionKey: null,
      orderKey: expect.stringMatching(/^0{15}1-0{15}$/),
      messageKey: String(id),
      text: 'Kai Brown 14 costello',
      sentAt: expect.any(String),
      canOpenForm: false,
      answersWithCard: false,
    },
  ]);
  expect(server.conversation.received.map((inbound) => inboundSchema.safeParse(inbound).success)).toEqual([
    true,
  ]);
});

test.each([1, 2, 20])('the same request sent %d times at once is one message', async (times) => {
  const answers = await Promise.all(
    Array.from({ length: times }, () => send('dana', 'private:dana', 'hello', 'request-1')),
  );
  expect(new Set(await Promise.all(answers.map(idOf))).size).toBe(1);
  expect(new Set(server.conversation.received.map(({ eventKey }) => eventKey)).size).toBe(1);
  expect((await bodyOf(await read('dana', 'private:dana'))).messages).toHaveLength(1);
});

test('thirty messages in a burst keep their order', async () => {
  await Promise.all(
    Array.from({ length: 30 }, (_, index) =>
      send('dana', 'private:dana', `message ${index}`, `request-${index}`),
    ),
  );
  const byOrderKey = [...server.conversation.received].sort((one, other) =>
    one.orderKey < other.orderKey ? -1 : 1,
  );
  const { messages } = await bodyOf(await read('dana', 'private:dana'));
  expect(byOrderKey.map((inbound) => (inbound.kind === 'message' ? inbound.text : ''))).toEqual(
    messages.map(({ text }) => text),
  );
});

test('in a channel only what mentions the bot is for the bot', async () => {
  await send('dana', 'police', 'anyone near Popley?', 'request-1');
  expect(server.conversation.received).toEqual([]);
  await send('dana', 'police', '@Rollcall help', 'request-2');
  expect(server.conversation.received).toMatchObject([
    { kind: 'message', text: 'help', location: { kind: 'channel', conversation: 'police' } },
  ]);
});

test('an edited message is told as edited, and ordered after the original', async () => {
  const id = await idOf(await send('dana', 'private:dana', 'Kai Brown 14', 'request-1'));
  const answer = await server.post('messages/edit', {
    as: 'dana',
    messageId: id,
    text: 'Kai Brown 13',
    requestId: 'request-2',
  });
  expect((await bodyOf(answer)).message).toMatchObject({ text: 'Kai Brown 13', edited: true });
  const [written, edited] = server.conversation.received;
  expect(edited).toMatchObject({ kind: 'edited', text: 'Kai Brown 13', messageKey: String(id) });
  expect(edited?.orderKey.localeCompare(written?.orderKey ?? '')).toBe(1);
});

test('a deleted message is told as deleted, and its words are gone', async () => {
  const id = await idOf(await send('dana', 'private:dana', 'Kai Brown 14', 'request-1'));
  await server.post('messages/delete', { as: 'dana', messageId: id, requestId: 'request-2' });
  expect(server.conversation.received[1]).toMatchObject({ kind: 'deleted', messageKey: String(id) });
  const { messages } = await bodyOf(await read('dana', 'private:dana'));
  expect(messages).toMatchObject([{ deleted: true, text: null }]);
});

test('nobody changes or deletes another person’s message', async () => {
  const id = await idOf(await send('dana', 'police', 'on my way', 'request-1'));
  const change = { as: 'marcus', messageId: id, text: 'not me', requestId: 'request-2' };
  expect((await server.post('messages/edit', change)).status).toBe(403);
  expect((await server.post('messages/delete', change)).status).toBe(403);
  expect((await bodyOf(await read('dana', 'police'))).messages).toMatchObject([{ text: 'on my way' }]);
});

test('a person sees their own private chat, their agency’s channel and the shared one only', async () => {
  expect((await read('dana', 'private:marcus')).status).toBe(403);
  expect((await read('dana', 'council')).status).toBe(403);
  expect((await read('visitor', 'everyone')).status).toBe(403);
  expect((await send('dana', 'private:marcus', 'hello', 'request-1')).status).toBe(403);
  expect((await read('dana', 'everyone')).status).toBe(200);
  expect((await read('visitor', 'private:visitor')).status).toBe(200);
  const { channels } = await bodyOf(await fetch(`${server.origin}/practice/api/channels?as=dana`));
  expect(channels.map(({ id }) => id)).toEqual(['everyone', 'police']);
  expect((await read('nobody', 'everyone')).status).toBe(404);
});

test('what cannot be stored is not acknowledged, and sent again it arrives once', async () => {
  server.conversation.onReceive = async () => {
    throw Object.assign(new Error('Kai Brown'), { code: 'ECONNREFUSED' });
  };
  const failed = await send('dana', 'private:dana', 'Kai Brown 14', 'request-1');
  expect(failed.status).toBe(503);
  expect((await bodyOf(failed)).error).toMatch(/^Not saved yet\..*reference [0-9A-F]{6}\.$/);
  server.conversation.onReceive = async () => {};
  expect((await send('dana', 'private:dana', 'Kai Brown 14', 'request-1')).status).toBe(200);
  expect(server.conversation.received).toHaveLength(1);
  expect((await bodyOf(await read('dana', 'private:dana'))).messages).toHaveLength(1);
  expect(server.logged.join('')).toContain('ECONNREFUSED');
  expect(server.logged.join('')).not.toContain('Kai');
});

test('an empty or endless message is refused with a sentence', async () => {
  const empty = await send('dana', 'private:dana', '  ', 'request-1');
  expect([empty.status, await empty.json()]).toEqual([400, { error: 'Write a message first.' }]);
  const endless = await send('dana', 'private:dana', 'x'.repeat(12_001), 'request-2');
  expect((await bodyOf(endless)).error).toContain('12,000 characters at most');
});
