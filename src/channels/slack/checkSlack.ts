import { WebClient } from '@slack/web-api';
import { checkClock } from '../../usecases/doctor/checkClock';
import { type Finding, failed, ok, warning } from '../../usecases/doctor/finding';
import type { LinkToCheck } from '../../usecases/doctor/linksOfPlatforms';
import { sayFew } from '../../usecases/doctor/sayFew';
import { checkAppToken } from './check/checkAppToken';
import { checkLinks } from './check/checkLinks';
import { findingOfError } from './check/findingOfError';
import type { SlackSettings } from './createSlackChannel';
import { botScopes, scopeUses } from './scopeUses';
import { fetchSlack } from './send/fetchSlack';
import { clientOptions } from './slackClient';

/** What Slack's answer said beside its body. */
interface Heard {
  date: Date | null;
  scopes: readonly string[] | null;
}

/**
 * Asks Slack whether it can be reached, knows the tokens, and has given the rights of the manifest; what time it is
 * there; and whether the bot is in the channels that are linked.
 * @param input.timeoutMs how long each answer may take
 */
export async function checkSlack(input: {
  readonly settings: Extract<SlackSettings, { botToken: string }>;
  readonly links: readonly LinkToCheck[];
  readonly clock: () => Date;
  readonly timeoutMs: number;
}): Promise<readonly Finding[]> {
  const { settings, clock, timeoutMs } = input;
  const heard: Heard = { date: null, scopes: null };
  const client = new WebClient(settings.botToken, {
    ...clientOptions(settings.apiUrl, timeoutMs),
    fetch: async (request, init) => {
      const response = await fetchSlack(request, init);
      Object.assign(heard, readHeaders(response.headers));
      return response;
    },
  });
  const host = new URL(settings.apiUrl ?? 'https://slack.com/api/').host;
  try {
    const { team_id: team = '' } = await client.auth.test();
    const now = clock();
    return [
      ok(`Slack (${host}) answers and knows the bot’s token, of workspace ${team}.`),
      ...clockOf(heard, now),
      ...checkScopes(heard.scopes),
      ...(await checkAppToken({ settings, timeoutMs, host })),
      ...(await checkLinks({ client, team, links: input.links, host })),
    ];
  } catch (error) {
    const now = clock();
    return [findingOfError(error, { host, token: 'SLACK_BOT_TOKEN' }), ...clockOf(heard, now)];
  }
}

function readHeaders(headers: Headers): Heard {
  const date = Date.parse(headers.get('date') ?? '');
  const scopes = headers.get('x-oauth-scopes');
  return {
    // The header counts whole seconds: on average half of one has passed.
    date: Number.isNaN(date) ? null : new Date(date + 500),
    scopes:
      scopes === null
        ? null
        : scopes
            .split(',')
            .map((scope) => scope.trim())
            .filter((scope) => scope !== ''),
  };
}

function clockOf({ date }: Heard, now: Date): readonly Finding[] {
  return date === null ? [] : [checkClock({ ours: now, theirs: date, other: 'Slack' })];
}

function checkScopes(given: readonly string[] | null): readonly Finding[] {
  const toDo =
    'Add it to the app under OAuth & Permissions (or paste the manifest again), then press Reinstall: new rights count from then on.';
  if (given === null)
    return [
      warning('Slack does not say which rights the bot has.', 'Compare them with the manifest by hand.'),
    ];
  const missing = Object.entries(scopeUses).filter(([scope]) => !given.includes(scope));
  const more = given.filter((scope) => !botScopes.includes(scope));
  return [
    ...(missing.length === 0 ? [ok(`The bot has all ${botScopes.length} rights of the manifest.`)] : []),
    ...missing.map(([scope, use]) => {
      const found = `The bot lacks the right ${scope}: ${use.without}.`;
      return use.optional ? warning(found, toDo) : failed(found, toDo);
    }),
    ...(more.length === 0
      ? []
      : [
          warning(
            `The bot has rights that it does not need: ${sayFew(more)}.`,
            'Take them away under OAuth & Permissions: what it may not do can’t go wrong.',
          ),
        ]),
  ];
}
