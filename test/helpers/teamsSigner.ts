import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** What a token says; left out, it says what a good one says. */
export interface TokenClaims {
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now; negative for a token that has ended. Botbuilder allows five minutes of difference. */
  readonly endsIn?: number;
  readonly serviceUrl?: string;
  /** `stranger` signs with a key nobody published under the good key's id; `otherChannel` is endorsed for webchat. */
  readonly key?: 'teams' | 'otherChannel' | 'stranger' | 'unknown' | 'none';
}

/** Makes tokens as the Bot Connector does, from keys of its own. */
export interface TeamsSigner {
  /** The value of an Authorization header. */
  authorization(claims: TokenClaims): string;
  /** The public keys, as the key server publishes them. */
  readonly keySet: { readonly keys: readonly object[] };
}

const channelIssuer = 'https://api.botframework.com';

/** Two published keys (one endorsed for Teams, one for another channel), and one that nobody knows. */
export function createTeamsSigner(options: { appId: string; serviceUrl: string }): TeamsSigner {
  const { teams, otherChannel, stranger } = keyPairs();
  const keys = {
    teams: { kid: 'teams-key', key: teams.privateKey },
    otherChannel: { kid: 'webchat-key', key: otherChannel.privateKey },
    stranger: { kid: 'teams-key', key: stranger.privateKey },
    unknown: { kid: 'nobody-knows', key: stranger.privateKey },
  };
  return {
    authorization(claims) {
      const now = Math.floor(Date.now() / 1000);
      const ends = now + (claims.endsIn ?? 3600);
      const payload = {
        iss: claims.issuer ?? channelIssuer,
        aud: claims.audience ?? options.appId,
        nbf: Math.min(now, ends) - 3600,
        exp: ends,
        serviceurl: claims.serviceUrl ?? options.serviceUrl,
      };
      if (claims.key === 'none') return `Bearer ${encode({ alg: 'none', typ: 'JWT' })}.${encode(payload)}.`;
      return `Bearer ${signed(payload, keys[claims.key ?? 'teams'])}`;
    },
    keySet: {
      keys: [
        publicKey(teams.publicKey, 'teams-key', ['msteams']),
        publicKey(otherChannel.publicKey, 'webchat-key', ['webchat']),
      ],
    },
  };
}

// Making keys is slow, and nothing depends on their being different from one server to the next.
let made: ReturnType<typeof makeKeyPairs> | null = null;
function keyPairs(): ReturnType<typeof makeKeyPairs> {
  made ??= makeKeyPairs();
  return made;
}

function makeKeyPairs() {
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { teams: pair(), otherChannel: pair(), stranger: pair() };
}

function signed(payload: object, { kid, key }: { kid: string; key: KeyObject }): string {
  const content = `${encode({ alg: 'RS256', typ: 'JWT', kid })}.${encode(payload)}`;
  return `${content}.${createSign('RSA-SHA256').update(content).sign(key).toString('base64url')}`;
}

function publicKey(key: KeyObject, kid: string, endorsements: readonly string[]): object {
  return { ...key.export({ format: 'jwk' }), kid, use: 'sig', endorsements };
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
