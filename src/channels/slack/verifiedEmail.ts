import type { WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { VerifiedEmailOf } from '../../conversation/model/conversationPort';
import { errorCode } from './receive/errorCode';

/**
 * The e-mail address Slack has confirmed for a person of the bot's own workspace; null for bots, people who have left,
 * unconfirmed addresses, and where Slack doesn't answer. Null too for everybody of another organisation who meets the
 * bot in a Slack Connect channel: their addresses are confirmed by their own administrators, who may write anything.
 */
export function verifiedEmailOf({
  client,
  log,
  ownTeam,
}: {
  readonly client: WebClient;
  readonly log: Logger;
  readonly ownTeam: () => Promise<string | null>;
}): VerifiedEmailOf {
  return async (account) => {
    if (account.platform !== 'slack') return null;
    if ((await ownTeam()) !== account.tenant) return null;
    try {
      const { user } = await client.users.info({ user: account.userId });
      if (user === undefined || user.is_bot || user.deleted || user.is_stranger) return null;
      if (user.team_id !== account.tenant || user.is_email_confirmed !== true) return null;
      return user.profile?.email ?? null;
    } catch (error) {
      log.warn({ platform: 'slack', code: errorCode(error) }, 'e-mail address not read');
      return null;
    }
  };
}
