import type { AccountKey, Location } from '../../../conversation/model/inbound';

/** A Slack user of their own workspace: people in shared channels belong to another one. */
export function slackAccount(tenant: string, userId: string): AccountKey {
  return { platform: 'slack', tenant, userId };
}

/** A channel's id begins with D where it is a chat of two. */
export function isDirect(channel: string): boolean {
  return /^[DUW]/.test(channel);
}

/** Where something was said or pressed. */
export function slackLocation(channel: string): Location {
  return { kind: isDirect(channel) ? 'private' : 'channel', conversation: channel };
}

/**
 * Where there is no conversation (Home, a form, a shortcut) or one the bot may not be in (a command typed in another
 * chat of two): the person's own chat. `chat.postMessage` takes a user's id for it.
 */
export function ownChat(userId: string): Location {
  return { kind: 'private', conversation: userId };
}
