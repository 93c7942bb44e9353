import type { Inbound, InboundOf } from '../../../src/conversation/model/inbound';
import type { PrismaClient } from '../../../src/data/generated/client';
import { type PersonName, type Seeded, seedScheme } from '../../helpers/seedScheme';

export const now = new Date('2026-11-24T11:00:00Z');

/** The district whose people write these, in the practice room. */
export function seedPractice(prisma: PrismaClient): Promise<Seeded> {
  const userIdOf = (name: PersonName) => name;
  return seedScheme(prisma, { mode: 'practice', platform: 'practice', tenant: 'practice', userIdOf, now });
}

/** A message in a private chat in the practice room, with what is told about it. */
export function message(change: Partial<InboundOf<'message'>> = {}): InboundOf<'message'> {
  return { ...base, kind: 'message', text: 'help', messageKey: 'm-1', ...change };
}

/** The same of another kind. */
export function inbound(kind: Inbound['kind'], change: { eventKey?: string } = {}): Inbound {
  const common = { ...base, ...change };
  switch (kind) {
    case 'message':
    case 'overheard':
    case 'edited':
      return { ...common, kind, text: 'kai brown 14', messageKey: 'm-1' };
    case 'deleted':
      return { ...common, kind, messageKey: 'm-1' };
    case 'command':
      return { ...common, kind, text: 'help' };
    case 'press':
      return { ...common, kind, token: 'a-token', messageRef: null };
    case 'submit':
      return { ...common, kind, session: 'a-form', values: {} };
    case 'opened':
    case 'installed':
    case 'removed':
      return { ...common, kind };
  }
}

const base = {
  account: { platform: 'practice' as const, tenant: 'practice', userId: 'osei' },
  location: { kind: 'private' as const, conversation: 'private:osei' },
  eventKey: 'e-1',
  actionKey: null,
  orderKey: '1',
  sentAt: '2026-11-24T10:59:00Z',
  canOpenForm: false,
  answersWithCard: false,
};
