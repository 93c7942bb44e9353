import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { tenant } from './seedDistrict.mjs';

const require = createRequire(import.meta.url);
const { createDatabase } = require('../../dist/data/client');
const { createConversation } = require('../../dist/conversation/createConversation');

/**
 * Rollcall's own conversation on a pool of connections. `save` presses Save on a draft's card, as the Slack channel
 * passes a press on, and resolves when the whole save is committed: claim, encounter, revision, audit, outbox, tokens,
 * answer. Nothing is sent: the outbox is not running.
 */
export function openRollcall({ url, connections }) {
  const database = createDatabase({ url, poolSize: connections });
  const conversation = createConversation({
    prisma: database.prisma,
    clock: () => new Date(),
    log: { error: complain, warn: complain, info: () => undefined },
    verifiedEmailOf: async () => null,
    outgoingStored: () => undefined,
  });
  return {
    prisma: database.prisma,
    save: (draft) => conversation.respond(pressOf(draft)),
    close: async () => {
      await conversation.stop();
      await database.close();
    },
  };
}

function pressOf(draft) {
  const now = Date.now();
  const at = `${Math.floor(now / 1000)}.${String(now % 1000).padStart(3, '0')}000`;
  return {
    kind: 'press',
    account: { platform: 'slack', tenant, userId: draft.officer.userId },
    location: { kind: 'private', conversation: draft.officer.chat },
    eventKey: `press:${tenant}:trigger.${draft.officer.userId}.${randomUUID()}`,
    actionKey: null,
    orderKey: at,
    sentAt: new Date(now).toISOString(),
    token: draft.token,
    messageRef: at,
    canOpenForm: true,
    answersWithCard: false,
  };
}

function complain(details, message) {
  process.stderr.write(`${message} ${JSON.stringify(details)}\n`);
}
