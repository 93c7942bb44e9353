import { z } from 'zod';
import type { VerifiedEmailOf } from '../../../conversation/model/conversationPort';
import type { Delivery, DeliveryResult, Sender } from '../../../conversation/model/delivery';
import { errorCode } from '../receive/errorCode';
import type { Workspace } from './workspace';
import type { NotServed, Workspaces } from './workspaces';

const viaSchema = z.object({ via: z.string().min(1) });

/** The way out through whichever workspace a delivery belongs to. To one that is not served nothing is ever sent. */
export function sendThrough(workspaces: Workspaces): Sender {
  return {
    deliver: async (delivery) => {
      let found: Workspace | NotServed;
      try {
        found = await workspaceFor(workspaces, delivery);
      } catch (error) {
        // Nothing was sent: the database is away, or the token's key is missing until somebody puts it back.
        return { kind: 'retry', afterMs: null, error: errorCode(error) };
      }
      return 'notServed' in found ? never(found) : found.sender.deliver(delivery);
    },
    find: async (delivery) => {
      const found = await workspaceFor(workspaces, delivery);
      return 'notServed' in found ? null : found.sender.find(delivery);
    },
  };
}

/** An address counts only where the person's own workspace is served, as its own directory gives it. */
export function verifiedEmailThrough(workspaces: Workspaces): VerifiedEmailOf {
  return async (account) => {
    if (account.platform !== 'slack') return null;
    const found = await workspaces.serving([account.tenant]).catch(() => null);
    return found === null || 'notServed' in found ? null : found.verifiedEmail(account);
  };
}

/** The addressee's own workspace; for people of one that never installed the app, the one that heard them. */
async function workspaceFor(
  workspaces: Workspaces,
  { tenant, to }: Delivery,
): Promise<Workspace | NotServed> {
  const own = await workspaces.serving([tenant]);
  if (!('notServed' in own) || own.notServed !== 'unknown' || to.kind !== 'person') return own;
  const heard = viaSchema.safeParse(to.reference);
  return heard.success ? workspaces.serving([heard.data.via]) : own;
}

function never({ notServed }: NotServed): DeliveryResult {
  return { kind: 'never', error: `workspace ${notServed}`, unreachable: true };
}
