import type {
  PracticeMessage,
  PracticePerson,
  PracticeRoom,
  PracticeStore,
} from '../../src/channels/practice/practiceStore';

/** Made-up staff of three agencies, and somebody nobody has registered. */
export const practicePeople: readonly PracticePerson[] = [
  {
    userId: 'dana',
    name: 'Dana Osei',
    agency: { key: 'police', name: 'Hampshire Police' },
    roles: ['pcso'],
  },
  {
    userId: 'marcus',
    name: 'Marcus Hale',
    agency: { key: 'police', name: 'Hampshire Police' },
    roles: ['constable'],
  },
  {
    userId: 'ines',
    name: 'Ines Ferreira',
    agency: { key: 'council', name: 'County council' },
    roles: ['coordinator', 'education_welfare_officer'],
  },
  {
    userId: 'tom',
    name: 'Tom Achterberg',
    agency: { key: 'costello', name: 'The Costello School' },
    roles: ['school_attendance_lead'],
  },
  { userId: 'visitor', name: 'Visitor (visitor)', agency: null, roles: [] },
];

export const practiceRooms: readonly PracticeRoom[] = [
  { id: 'everyone', name: 'All agencies', agency: null },
  { id: 'police', name: 'Hampshire Police', agency: 'police' },
  { id: 'council', name: 'County council', agency: 'council' },
  { id: 'costello', name: 'The Costello School', agency: 'costello' },
];

/** A practice store in memory; `broken` makes every function fail as a lost database does. */
export function practiceMemoryStore(): PracticeStore & { broken: boolean } {
  const messages = new Map<number, PracticeMessage>();
  const ids = new Map<string, number>();
  const read = <T>(value: T): Promise<T> =>
    store.broken
      ? Promise.reject(Object.assign(new Error('Kai Brown'), { code: 'ECONNREFUSED' }))
      : Promise.resolve(value);
  const keep = (message: PracticeMessage) => {
    messages.set(message.id, message);
    return read(message);
  };
  const all = () => [...messages.values()].sort((one, other) => one.id - other.id);
  const store: PracticeStore & { broken: boolean } = {
    broken: false,
    people: () => read(practicePeople),
    rooms: () => read(practiceRooms),
    append: ({ key, conversation, author, content, at }) => {
      if (store.broken) return read(all()[0] as PracticeMessage);
      const known = messages.get(ids.get(`${conversation} ${key}`) ?? 0);
      if (known !== undefined) return read(known);
      const id = messages.size + 1;
      ids.set(`${conversation} ${key}`, id);
      return keep({
        id,
        conversation,
        author,
        text: content.kind === 'text' ? content.text : null,
        card: content.kind === 'card' ? content.card : null,
        edited: false,
        deleted: false,
        createdAt: at,
        changedAt: at,
      });
    },
    find: (id) => read(messages.get(id) ?? null),
    findByKey: ({ conversation, key }) => read(messages.get(ids.get(`${conversation} ${key}`) ?? 0) ?? null),
    update: ({ id, content, at }) => {
      const before = messages.get(id);
      if (before === undefined || before.deleted) return read(null);
      return content.kind === 'card'
        ? keep({ ...before, card: content.card, changedAt: at })
        : keep({ ...before, text: content.text, edited: true, changedAt: at });
    },
    remove: ({ id, at }) => {
      const before = messages.get(id);
      if (before === undefined || before.deleted) return read(null);
      return keep({ ...before, text: null, card: null, deleted: true, changedAt: at });
    },
    list: ({ conversation, limit, sinceId = 0, beforeId = Number.MAX_SAFE_INTEGER }) =>
      read(
        all()
          .filter((one) => one.conversation === conversation && one.id > sinceId && one.id < beforeId)
          .slice(-limit),
      ),
    changedSince: ({ conversations, at }) =>
      read(all().filter((one) => conversations.includes(one.conversation) && one.changedAt >= at)),
  };
  return store;
}
