import { type Finding, failed, ok } from '../../usecases/doctor/finding';
import { whyNotReached } from '../../usecases/doctor/whyNotReached';
import { createBotFramework } from './botFramework';
import { failureOf } from './send/connectorFailure';
import { globalServiceUrl } from './send/createSender';
import type { TeamsSettings } from './settings';

const publicLogin = 'https://login.microsoftonline.com/';

/**
 * Asks Microsoft whether its login and the Bot Connector can be reached, and whether the app's credentials give a token.
 * @param input.timeoutMs how long each answer may take
 * @param input.connectorUrl another Bot Connector than Microsoft's for every region
 */
export async function checkTeams(input: {
  settings: TeamsSettings;
  timeoutMs: number;
  connectorUrl?: string;
}): Promise<readonly Finding[]> {
  const { settings, timeoutMs } = input;
  if (settings.anonymous) return [ok('Teams is Microsoft’s local test client: there is nothing to ask.')];
  const login = settings.authOverrides?.ToChannelFromBotLoginUrl ?? publicLogin;
  const [loginReached, connectorReached] = await Promise.all([
    reach({ what: 'Microsoft’s login', url: login, timeoutMs }),
    reach({ what: 'Teams’ Bot Connector', url: input.connectorUrl ?? globalServiceUrl, timeoutMs }),
  ]);
  // Microsoft's library waits for its login without an end: it is asked only where the login answers.
  const token = loginReached.level === 'ok' ? [await checkToken(settings)] : [];
  return [loginReached, ...token, connectorReached];
}

/** Any answer but a server's failure shows that it is there; nothing is asked of it. */
async function reach(input: { what: string; url: string; timeoutMs: number }): Promise<Finding> {
  const { what, url, timeoutMs } = input;
  const { host } = new URL(url);
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
    await response.body?.cancel();
    return response.status < 500
      ? ok(`${what} (${host}) answers.`)
      : failed(
          `${what} (${host}) answers with status ${response.status}.`,
          'Look at Microsoft’s service health. If Microsoft is well, a proxy between answers so: ask whoever runs it.',
        );
  } catch (error) {
    const failure = failureOf({ error });
    const { why, toDo } = whyNotReached('code' in failure ? failure.code : failure.kind);
    return failed(`${what} (${host}) can’t be reached: ${why}.`, toDo);
  }
}

/** Entra's numbers for what is usually wrong (learn.microsoft.com, "Microsoft Entra authentication error codes"). */
const refusals: Readonly<Record<string, { readonly why: string; readonly toDo: string }>> = {
  AADSTS7000215: {
    why: 'the client secret is wrong',
    toDo: 'Make a new client secret for the app and copy its value (not its id) into MicrosoftAppPassword.',
  },
  AADSTS7000222: {
    why: 'the client secret has expired',
    toDo: 'Make a new client secret for the app and copy its value into MicrosoftAppPassword.',
  },
  AADSTS700016: {
    why: 'there is no such app in this tenant',
    toDo: 'Check MicrosoftAppId and MicrosoftAppTenantId, and that MicrosoftAppType is SingleTenant for a single-tenant bot.',
  },
  AADSTS90002: { why: 'there is no such tenant', toDo: 'Check MicrosoftAppTenantId.' },
};

async function checkToken(settings: TeamsSettings): Promise<Finding> {
  try {
    await createBotFramework(settings).token();
    return ok('Microsoft gives a token for the app’s credentials.');
  } catch (error) {
    // Of the message only Entra's number is shown: the rest can hold ids and what a proxy said.
    const code = /AADSTS\d+/.exec(String(Object(error).message))?.[0] ?? '';
    const refusal = refusals[code];
    return failed(
      `Microsoft gives no token for the app’s credentials${refusal ? `: ${refusal.why}` : ''}${code === '' ? '' : ` (${code})`}.`,
      refusal?.toDo ??
        'Check MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType and MicrosoftAppTenantId against the app’s page in Entra.',
    );
  }
}
