import {
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { clientCredentialsToken } from './send/clientCredentialsToken';
import type { TeamsSettings } from './settings';

/** What came of looking at a request's token. `unavailable`: Microsoft's keys can't be fetched just now. */
export type Authentication = 'ok' | 'refused' | 'unavailable';

/** All that Rollcall uses of Microsoft's Bot Framework SDK: whose request is this, and a token to answer with. */
export interface BotFramework {
  /** Checks the token of a request against the activity it carries. Never throws. */
  authenticate(input: {
    authorization: string;
    activity: { channelId: string; serviceUrl: string };
  }): Promise<Authentication>;
  /** A token for the Bot Connector, cached until shortly before it ends; null where no token is used. Throws. */
  token(): Promise<string | null>;
}

const cloud = {
  issuer: 'https://api.botframework.com',
  scope: 'https://api.botframework.com',
  loginUrl: 'https://login.microsoftonline.com/botframework.com',
};
const keyTimeoutMs = 10_000;

/**
 * The one module that knows botbuilder. Its CloudAdapter is not used: it answers a wrong signature with 500, and its
 * client sends again after a 5xx, which may post twice.
 */
export function createBotFramework(settings: TeamsSettings): BotFramework {
  if (settings.anonymous) return { authenticate: async () => 'refused', token: async () => null };
  const overrides = settings.authOverrides ?? {};
  const issuer = overrides.ToBotFromChannelTokenIssuer ?? cloud.issuer;
  const credentials = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: settings.appId,
    MicrosoftAppPassword: settings.appPassword,
    MicrosoftAppType: settings.appType || 'MultiTenant',
    MicrosoftAppTenantId: settings.appTenantId,
  });
  const sdk = new ConfigurationBotFrameworkAuthentication({ ...overrides }, credentials);
  const ownToken = overrides.ToChannelFromBotLoginUrl
    ? clientCredentialsToken({
        loginUrl: overrides.ToChannelFromBotLoginUrl,
        scope: overrides.ToChannelFromBotOAuthScope ?? cloud.scope,
        appId: settings.appId,
        appPassword: settings.appPassword,
      })
    : null;

  return {
    async authenticate({ authorization, activity }) {
      // The SDK has roads for the emulator and for other bots too, which nothing of ours uses: only Teams' issuer.
      if (issuerOf(authorization) !== issuer) return 'refused';
      try {
        // It looks at these two only, whatever its type asks for.
        const looked = activity as Parameters<typeof sdk.authenticateRequest>[0];
        await within(keyTimeoutMs, sdk.authenticateRequest(looked, authorization));
        return 'ok';
      } catch (error) {
        return keysUnavailable(error) ? 'unavailable' : 'refused';
      }
    },

    async token() {
      if (ownToken) return ownToken();
      const signer = await credentials.createCredentials(settings.appId, cloud.scope, cloud.loginUrl, true);
      // The SDK's type shows the request signer only; every kind of it can give its token.
      return (signer as unknown as { getToken(): Promise<string> }).getToken();
    },
  };
}

function issuerOf(authorization: string): unknown {
  const [scheme, token, more] = authorization.split(' ');
  const payload = token?.split('.')[1];
  if (scheme !== 'Bearer' || !payload || more !== undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null && 'iss' in claims ? claims.iss : null;
  } catch {
    return null;
  }
}

// The SDK fetches Microsoft's keys with node-fetch (FetchError) and answers a failed one with status 500.
function keysUnavailable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  if (error === keysTimedOut) return true;
  return (
    ('name' in error && error.name === 'FetchError') || ('statusCode' in error && error.statusCode === 500)
  );
}

const keysTimedOut = new Error('the keys could not be fetched in time');

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(keysTimedOut), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
