import type { Card } from '../../conversation/model/card';
import { Platform, Prisma, type PrismaClient } from '../../data/generated/client';
import type {
  MessageContent,
  NewPracticeMessage,
  PracticeMessage,
  PracticePerson,
  PracticeRoom,
  PracticeStore,
} from './practiceStore';

type Row = Prisma.PracticeMessageGetPayload<object>;

/** The practice room's store in the shared database. Its people and channels are those of platform "practice". */
export function createPracticeStore({ prisma }: { prisma: PrismaClient }): PracticeStore {
  const messages = prisma.practiceMessage;
  const findByKey: PracticeStore['findByKey'] = async ({ conversation, key }) => {
    const row = await messages.findUnique({ where: { conversation_key: { conversation, key } } });
    return row === null ? null : toMessage(row);
  };
  return {
    people: () => people(prisma),
    rooms: () => rooms(prisma),
    append: async (message) => {
      const { conversation, key } = message;
      await messages.createMany({ data: [toRow(message)], skipDuplicates: true });
      return toMessage(
        await messages.findUniqueOrThrow({ where: { conversation_key: { conversation, key } } }),
      );
    },
    find: async (id) => {
      const row = await messages.findUnique({ where: { id: BigInt(id) } });
      return row === null ? null : toMessage(row);
    },
    findByKey,
    update: async ({ id, content, at }) => {
      // A card is kept current; "edited" is said of what a person wrote.
      const edited = content.kind === 'text' ? { edited: true } : {};
      const [row] = await messages.updateManyAndReturn({
        where: { id: BigInt(id), deleted: false },
        data: { ...contentColumns(content), ...edited, updatedAt: at },
      });
      return row === undefined ? null : toMessage(row);
    },
    remove: async ({ id, at }) => {
      const [row] = await messages.updateManyAndReturn({
        where: { id: BigInt(id), deleted: false },
        data: { deleted: true, text: null, card: Prisma.DbNull, updatedAt: at },
      });
      return row === undefined ? null : toMessage(row);
    },
    list: async ({ conversation, limit, sinceId, beforeId }) => {
      const newestFirst = await messages.findMany({
        where: {
          conversation,
          id: {
            ...(sinceId === undefined ? {} : { gt: BigInt(sinceId) }),
            ...(beforeId === undefined ? {} : { lt: BigInt(beforeId) }),
          },
        },
        orderBy: { id: 'desc' },
        take: limit,
      });
      return newestFirst.reverse().map(toMessage);
    },
    changedSince: async ({ conversations, at }) => {
      const rows = await messages.findMany({
        where: { conversation: { in: [...conversations] }, updatedAt: { gte: at } },
        orderBy: { id: 'asc' },
      });
      return rows.map(toMessage);
    },
  };
}

async function people(prisma: PrismaClient): Promise<readonly PracticePerson[]> {
  const accounts = await prisma.account.findMany({
    where: { platform: Platform.practice },
    include: { staff: { include: { agency: true } } },
    orderBy: { createdAt: 'asc' },
  });
  return accounts.map(({ userId, staff }) =>
    staff === null
      ? { userId, name: `Visitor (${userId})`, agency: null, roles: [] }
      : {
          userId,
          name: `${staff.givenName} ${staff.familyName}`,
          agency: { key: staff.agency.key, name: staff.agency.name },
          roles: staff.roles,
        },
  );
}

async function rooms(prisma: PrismaClient): Promise<readonly PracticeRoom[]> {
  const channels = await prisma.agencyChannel.findMany({
    where: { platform: Platform.practice },
    include: { agency: true },
    orderBy: [{ shared: 'desc' }, { channelId: 'asc' }],
  });
  return channels.map(({ channelId, shared, agency }) => ({
    id: channelId,
    name: shared || agency === null ? 'All agencies' : agency.name,
    agency: shared || agency === null ? null : agency.key,
  }));
}

function toRow({ key, conversation, author, content, at }: NewPracticeMessage) {
  return { key, conversation, author, ...contentColumns(content), createdAt: at, updatedAt: at };
}

/** The cast is the edge between the model's types and a JSON column that only this file writes. */
function contentColumns(content: MessageContent) {
  return content.kind === 'card'
    ? { text: null, card: content.card as unknown as Prisma.InputJsonObject }
    : { text: content.text, card: Prisma.DbNull };
}

function toMessage(row: Row): PracticeMessage {
  return {
    id: Number(row.id),
    conversation: row.conversation,
    author: row.author,
    text: row.text,
    card: row.card as unknown as Card | null,
    edited: row.edited,
    deleted: row.deleted,
    createdAt: row.createdAt,
    changedAt: row.updatedAt,
  };
}
