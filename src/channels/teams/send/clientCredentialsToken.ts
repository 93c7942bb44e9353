import { z } from 'zod';

const answerSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const renewBeforeMs = 5 * 60_000;

/**
 * The OAuth client credentials flow against a login address of one's own (another cloud, or a test's stand-in), where
 * Microsoft's client library insists on its public addresses. The token is kept until five minutes before its end.
 */
export function clientCredentialsToken(input: {
  loginUrl: string;
  scope: string;
  appId: string;
  appPassword: string;
}): () => Promise<string> {
  let kept: { token: string; until: number } | null = null;
  return async () => {
    if (kept && kept.until > Date.now()) return kept.token;
    const response = await fetch(`${input.loginUrl.replace(/\/$/, '')}/oauth2/v2.0/token`, {
      method: 'POST',
      signal: AbortSignal.timeout(10_000),
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: input.appId,
        client_secret: input.appPassword,
        scope: `${input.scope}/.default`,
      }),
    });
    if (!response.ok) {
      const [number = ''] = /AADSTS\d+/.exec(await response.text()) ?? [];
      throw new Error(`token refused: ${response.status} ${number}`.trim());
    }
    const answer = answerSchema.parse(await response.json());
    kept = { token: answer.access_token, until: Date.now() + answer.expires_in * 1000 - renewBeforeMs };
    return kept.token;
  };
}
