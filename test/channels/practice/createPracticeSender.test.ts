import { createChangeFeed } from '../../../src/channels/practice/changeFeed';
import { createPracticeSender } from '../../../src/channels/practice/createPracticeSender';
import type { Delivery, Recipient, Sender } from '../../../src/conversation/model/delivery';
import { checkCard, receiptCard } from '../../helpers/practiceCards';
import { practiceMemoryStore } from '../../helpers/practiceMemoryStore';

let store: ReturnType<typeof practiceMemoryStore>;
let sender: Sender;

beforeEach(() => {
  store = practiceMemoryStore();
  sender = createPracticeSender({ store, feed: createChangeFeed(), clock: () => new Date() });
});

const person = (userId: string): Recipient => ({
  kind: 'person',
  account: { platform: 'practice', tenant: 'practice', userId },
  reference: null,
});
const post = (id: string, to: Recipient = person('dana')): Delivery => ({
  id,
  tenant: 'practice',
  to,
  operation: 'post',
  card: checkCard,
});
const inPrivate = () => store.list({ conversation: 'private:dana', limit: 10 });

test('delivered twice under one id, a message is there once', async () => {
  const first = await sender.deliver(post('1'));
  expect(await sender.deliver(post('1'))).toEqual(first);
  expect(first).toEqual({ kind: 'sent', messageRef: '1', conversation: 'private:dana' });
  expect(await inPrivate()).toHaveLength(1);
});

test('it can be asked whether a delivery arrived', async () => {
  expect(await sender.find(post('1'))).toBe('absent');
  await sender.deliver(post('1'));
  expect(await sender.find(post('1'))).toEqual({ messageRef: '1' });
});

test('an update takes the place of the card, and says when there is none any more', async () => {
  await sender.deliver(post('1'));
  const update = { ...post('2'), operation: 'update', messageRef: '1', card: receiptCard } as const;
  expect(await sender.deliver(update)).toMatchObject({ kind: 'sent', messageRef: '1' });
  expect((await inPrivate()).map(({ card }) => card?.title)).toEqual([receiptCard.title]);
  await sender.deliver({ ...post('3'), operation: 'delete', messageRef: '1' });
  expect(await sender.deliver(update)).toEqual({ kind: 'gone' });
  expect((await inPrivate()).map(({ card, deleted }) => [card, deleted])).toEqual([[null, true]]);
});

test('an update can’t reach a message of another conversation, or one a person wrote', async () => {
  await sender.deliver(post('1', person('marcus')));
  await store.append({
    key: 'own',
    conversation: 'private:dana',
    author: 'dana',
    content: { kind: 'text', text: 'mine' },
    at: new Date(),
  });
  for (const messageRef of ['1', '2', '99', 'not a number']) {
    expect(
      await sender.deliver({ ...post('2'), operation: 'update', messageRef, card: receiptCard }),
    ).toEqual({
      kind: 'gone',
    });
  }
});

test('Home is one card that is kept current', async () => {
  const home = {
    kind: 'home',
    account: { platform: 'practice', tenant: 'practice', userId: 'dana' },
  } as const;
  await sender.deliver(post('1', home));
  await sender.deliver({ id: '2', tenant: 'practice', to: home, operation: 'post', card: receiptCard });
  const kept = await store.list({ conversation: 'home:dana', limit: 10 });
  expect(kept.map(({ card }) => card?.title)).toEqual([receiptCard.title]);
});

test('a channel gets its post; nobody and nowhere get none', async () => {
  expect(await sender.deliver(post('1', { kind: 'conversation', conversation: 'police' }))).toMatchObject({
    kind: 'sent',
    conversation: 'police',
  });
  expect(await sender.deliver(post('2', person('nobody')))).toMatchObject({
    kind: 'never',
    unreachable: true,
  });
  expect(await sender.deliver(post('3', { kind: 'conversation', conversation: 'gone' }))).toMatchObject({
    kind: 'never',
    unreachable: false,
  });
});

test('while the records are away it asks to be tried again, and says no word of the content', async () => {
  store.broken = true;
  expect(await sender.deliver(post('1'))).toEqual({ kind: 'retry', afterMs: null, error: 'ECONNREFUSED' });
});
