import { createPracticeStore } from '../../../src/channels/practice/createPracticeStore';
import type { NewPracticeMessage, PracticeStore } from '../../../src/channels/practice/practiceStore';
import { withTestDatabases } from '../../helpers/database';
import { checkCard, receiptCard } from '../../helpers/practiceCards';
import { practiceMemoryStore } from '../../helpers/practiceMemoryStore';

const noon = new Date('2026-11-24T12:00:00.000Z');
const later = new Date('2026-11-24T12:00:05.000Z');

const said = (key: string, text = key): NewPracticeMessage => ({
  key,
  conversation: 'private:dana',
  author: 'dana',
  content: { kind: 'text', text },
  at: noon,
});

/** What every practice store promises, the one of the tests too. */
function keepsItsPromises(open: () => PracticeStore): void {
  test('a message said twice under one key is kept once, also when said at once', async () => {
    const store = open();
    const kept = await Promise.all([
      store.append(said('a')),
      store.append(said('a')),
      store.append(said('a')),
    ]);
    expect(new Set(kept.map(({ id }) => id)).size).toBe(1);
    expect(await store.findByKey({ conversation: 'private:dana', key: 'a' })).toEqual(kept[0]);
    expect(await store.findByKey({ conversation: 'private:marcus', key: 'a' })).toBeNull();
  });

  test('a conversation is read in order, from an id on or before one', async () => {
    const store = open();
    const ids: number[] = [];
    for (const key of ['a', 'b', 'c', 'd']) ids.push((await store.append(said(key))).id);
    const texts = async (more: object) =>
      (await store.list({ conversation: 'private:dana', limit: 2, ...more })).map(({ text }) => text);
    expect(await texts({})).toEqual(['c', 'd']);
    expect(await texts({ sinceId: ids[2] })).toEqual(['d']);
    expect(await texts({ beforeId: ids[2] })).toEqual(['a', 'b']);
  });

  test('a card comes back as it was, and a changed one is not called edited', async () => {
    const store = open();
    const { id } = await store.append({ ...said('a'), content: { kind: 'card', card: checkCard } });
    expect(await store.find(id)).toMatchObject({ card: checkCard, text: null, edited: false });
    const content = { kind: 'card', card: receiptCard } as const;
    const changed = await store.update({ id, content, at: later });
    expect(changed).toMatchObject({ card: receiptCard, edited: false, createdAt: noon, changedAt: later });
    expect((await store.findByKey({ conversation: 'private:dana', key: 'a' }))?.id).toBe(id);
  });

  test('a person’s changed words are called edited', async () => {
    const store = open();
    const { id } = await store.append(said('a'));
    await store.update({ id, content: { kind: 'text', text: 'b' }, at: later });
    expect(await store.find(id)).toMatchObject({ text: 'b', edited: true });
  });

  test('of a deleted message no word is left, and it can’t be changed', async () => {
    const store = open();
    const { id } = await store.append({ ...said('a'), content: { kind: 'card', card: checkCard } });
    expect(await store.remove({ id, at: later })).toMatchObject({ card: null, text: null, deleted: true });
    expect(await store.update({ id, content: { kind: 'text', text: 'b' }, at: later })).toBeNull();
    expect(await store.remove({ id, at: later })).toBeNull();
  });

  test('what changed since a moment is found, in one’s own conversations', async () => {
    const store = open();
    const first = await store.append(said('a'));
    await store.append(said('b'));
    await store.append({ ...said('c'), conversation: 'private:marcus', at: later });
    await store.update({ id: first.id, content: { kind: 'text', text: 'a2' }, at: later });
    const changed = await store.changedSince({ conversations: ['private:dana'], at: later });
    expect(changed.map(({ text }) => text)).toEqual(['a2']);
  });
}

describe('the store of the tests', () => keepsItsPromises(practiceMemoryStore));

withTestDatabases('the practice room’s store', (db) => {
  afterEach(() => db.truncate());

  keepsItsPromises(() => createPracticeStore({ prisma: db.prisma }));

  test('its people and channels are those of the practice room, and nobody of another platform', async () => {
    const { prisma } = db;
    const agency = await prisma.agency.create({ data: { key: 'police', name: 'Police', kind: 'police' } });
    await prisma.staffMember.create({
      data: {
        email: 'dana@example.org',
        givenName: 'Dana',
        familyName: 'Osei',
        roles: ['pcso'],
        agencyId: agency.id,
        accounts: {
          create: [
            { platform: 'practice', tenant: 'practice', userId: 'dana' },
            { platform: 'slack', tenant: 'T1', userId: 'U1' },
          ],
        },
      },
    });
    await prisma.account.create({ data: { platform: 'practice', tenant: 'practice', userId: 'new' } });
    const channel = { platform: 'practice', tenant: 'practice' } as const;
    await prisma.agencyChannel.create({ data: { ...channel, channelId: 'all', shared: true } });
    await prisma.agencyChannel.create({ data: { ...channel, channelId: 'police', agencyId: agency.id } });
    const store = createPracticeStore({ prisma });
    expect(await store.people()).toEqual([
      { userId: 'dana', name: 'Dana Osei', agency: { key: 'police', name: 'Police' }, roles: ['pcso'] },
      { userId: 'new', name: 'Visitor (new)', agency: null, roles: [] },
    ]);
    expect(await store.rooms()).toEqual([
      { id: 'all', name: 'All agencies', agency: null },
      { id: 'police', name: 'Police', agency: 'police' },
    ]);
  });
});
