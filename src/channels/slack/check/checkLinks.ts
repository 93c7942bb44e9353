import { WebAPIPlatformError, type WebClient } from '@slack/web-api';
import { type Finding, failed, ok, warning } from '../../../usecases/doctor/finding';
import type { LinkToCheck } from '../../../usecases/doctor/linksOfPlatforms';
import { findingOfError } from './findingOfError';

/**
 * Whether the bot is in the channels that are linked. The manifest asks for no right to Slack's list of channels
 * (conversations.info needs channels:read), so it is asked for posts of a second in 1970: none are read, and Slack says
 * whether it would have given them. An archived channel has put its bots out.
 */
export async function checkLinks(input: {
  readonly client: WebClient;
  readonly team: string;
  readonly links: readonly LinkToCheck[];
  readonly host: string;
}): Promise<readonly Finding[]> {
  const { client, team, host } = input;
  const links = input.links.filter(({ platform }) => platform === 'slack');
  const findings: Finding[] = [];
  for (const link of links) {
    const wrong = link.tenant === team ? await checkLink(client, link, host) : ofAnotherTeam(link, team);
    if (wrong !== null) findings.push(wrong);
  }
  return findings.length > 0 || links.length === 0
    ? findings
    : [
        ok(
          links.length === 1
            ? 'The bot is in the linked channel.'
            : `The bot is in all ${links.length} linked channels.`,
        ),
      ];
}

function ofAnotherTeam(link: LinkToCheck, team: string): Finding {
  return failed(
    `Channel ${link.channelId} (${whose(link)}) is linked in workspace ${link.tenant}, but the token is of ${team}.`,
    'Link a channel of this workspace with channel link, or set the other workspace’s token.',
  );
}

async function checkLink(client: WebClient, link: LinkToCheck, host: string): Promise<Finding | null> {
  try {
    await client.conversations.history({ channel: link.channelId, latest: '1.000000', limit: 1 });
    return null;
  } catch (error) {
    const code = error instanceof WebAPIPlatformError ? error.data.error : '';
    const channel = `channel ${link.channelId} (${whose(link)})`;
    switch (code) {
      case 'not_in_channel':
      case 'is_archived':
        return failed(
          `The bot is not in ${channel}, or the channel is archived: it can’t post there.`,
          'Invite it there with /invite @rollcall. If the channel is archived, take it out of the archive first, or link another.',
        );
      case 'channel_not_found':
        return failed(
          `Slack knows no ${channel}, or it is private and the bot is not in it.`,
          'Invite the bot there with /invite @rollcall. If the id is wrong (it begins with C or G), link the right one with channel link.',
        );
      case 'missing_scope':
        return warning(
          `Whether the bot is in ${channel} can’t be checked without channels:history and groups:history.`,
          'Look in the channel’s list of members, or give the bot these rights.',
        );
      default:
        return findingOfError(error, { host, token: 'SLACK_BOT_TOKEN' });
    }
  }
}

function whose({ agencyKey }: LinkToCheck): string {
  return agencyKey === null ? 'shared' : `of ${agencyKey}`;
}
