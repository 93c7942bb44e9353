import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TeamsSettings } from '../../src/channels/teams/settings';
import { createTeamsSigner, type TeamsSigner } from './teamsSigner';

/** One call that reached the stand-in, whatever it was answered. */
export interface TeamsCall {
  readonly method: string;
  /** Decoded, without the host: `/v3/conversations/…`. */
  readonly path: string;
  readonly authorization: string | null;
  readonly body: unknown;
  readonly status: number | 'hung';
}

/** A message of the bot's as people in the conversation see it now. */
export interface TeamsMessage {
  readonly id: string;
  readonly conversation: string;
  readonly activity: Record<string, unknown>;
  /** The Adaptive Card of the message, or null. */
  readonly card: unknown;
  readonly edits: number;
}

/** An answer to give instead of the usual one. `hang` leaves the call without an answer; `drop` cuts it off. */
export interface Trouble {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly hang?: boolean;
  readonly drop?: boolean;
  /** Whether the call is carried out before it is answered so (a 502 after the message was posted). */
  readonly done?: boolean;
  /** How many calls; 1 unless told, `Infinity` until `heal()`. */
  readonly times?: number;
}

/** A stand-in for Microsoft: Bot Connector, OpenID metadata, keys and tokens, on one local port. */
export interface TeamsServer {
  /** The service URL of activities. */
  readonly serviceUrl: string;
  readonly appId: string;
  readonly tenant: string;
  readonly signer: TeamsSigner;
  /** For createTeamsChannel: real token validation against this server's keys. */
  readonly settings: TeamsSettings;
  /** Every call to the Bot Connector so far, oldest first. */
  readonly calls: readonly TeamsCall[];
  /** The bot's messages in a conversation as they are now, oldest first: edited ones changed, deleted ones gone. */
  messagesOf(conversation: string): TeamsMessage[];
  /** All conversations the bot has posted to. */
  conversations(): string[];
  /** Somebody the directory knows, by the id activities have for them (`from.id`). */
  addMember(member: { id: string; aadObjectId: string; email?: string; userPrincipalName?: string }): void;
  /** The private conversation Teams opens for a person (`from.id`) nobody wrote to yet. */
  openedFor(userId: string): string;
  /** Answers the next call(s) to the Bot Connector with this. */
  trouble(trouble: Trouble): void;
  /** The key server and the login answer 500 from now on (before the first token only: keys are kept for a day). */
  breakKeys(): void;
  /** The login gives no token any more, and says why by Entra's number. */
  refuseToken(number: string): void;
  heal(): void;
  stop(): Promise<void>;
}

/** Starts the stand-in on a free port of this machine. */
export async function startTeamsServer(
  options: { appId?: string; tenant?: string } = {},
): Promise<TeamsServer> {
  const appId = options.appId ?? '11111111-1111-4111-8111-111111111111';
  const tenant = options.tenant ?? '22222222-2222-4222-8222-222222222222';
  const calls: TeamsCall[] = [];
  const messages = new Map<string, TeamsMessage>();
  const members = new Map<string, object>();
  let troubles: { trouble: Trouble; left: number }[] = [];
  let keysBroken = false;
  let refusedFor: string | null = null;
  let lastId = 1_700_000_000_000;

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${base}/`;
  const signer = createTeamsSigner({ appId, serviceUrl });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', base);
    const text = await bodyOf(request);
    if (!url.pathname.startsWith('/v3/')) {
      const [status, body] = identity(url.pathname);
      return reply(response, status, body);
    }
    const path = decodeURIComponent(url.pathname);
    const segments = url.pathname.slice('/v3/'.length).split('/').map(decodeURIComponent);
    const body = parse(text);
    const trouble = nextTrouble();
    const usual = trouble && !trouble.done ? null : carryOut(request.method ?? '', segments, body);
    const status = trouble?.hang || trouble?.drop ? 'hung' : (trouble?.status ?? usual?.[0] ?? 500);
    const authorization = request.headers.authorization ?? null;
    calls.push({ method: request.method ?? '', path, authorization, body, status });
    if (trouble?.drop) request.socket.destroy();
    else if (status !== 'hung')
      reply(response, status, trouble ? trouble.body : usual?.[1], trouble?.headers);
  }

  function identity(path: string): [number, unknown] {
    if (keysBroken) return [500, null];
    if (path === '/openid') {
      return [200, { issuer: 'https://api.botframework.com', jwks_uri: `${base}/keys` }];
    }
    if (path === '/keys') return [200, signer.keySet];
    if (path === '/login/oauth2/v2.0/token' && refusedFor !== null)
      return [401, { error: 'invalid_client', error_description: `${refusedFor}: not-a-secret is wrong.` }];
    if (path === '/login/oauth2/v2.0/token') return [200, { access_token: 'bot-token', expires_in: 3600 }];
    return [404, null];
  }

  function carryOut(method: string, segments: readonly string[], body: unknown): [number, unknown] {
    const [, conversation = '', kind, id = ''] = segments;
    if (method === 'POST' && segments.length === 1) return [201, { id: openedFor(firstMember(body)) }];
    if (method === 'GET' && kind === 'members') return found(members.get(id));
    if (kind !== 'activities') return [404, null];
    if (method === 'POST') {
      lastId += 1;
      const posted = {
        id: String(lastId),
        conversation,
        activity: record(body),
        card: cardOf(body),
        edits: 0,
      };
      messages.set(key(conversation, posted.id), posted);
      return [201, { id: posted.id }];
    }
    const there = messages.get(key(conversation, id));
    if (!there)
      return [404, { error: { code: 'ActivityNotFoundInConversation', message: 'No such activity.' } }];
    if (method === 'DELETE') messages.delete(key(conversation, id));
    else
      messages.set(key(conversation, id), {
        ...there,
        activity: record(body),
        card: cardOf(body),
        edits: there.edits + 1,
      });
    return [200, method === 'DELETE' ? null : { id }];
  }

  function nextTrouble(): Trouble | null {
    const [first] = troubles;
    if (!first) return null;
    first.left -= 1;
    troubles = troubles.filter(({ left }) => left > 0);
    return first.trouble;
  }

  return {
    serviceUrl,
    appId,
    tenant,
    signer,
    calls,
    settings: {
      appId,
      appPassword: 'not-a-secret',
      appType: 'SingleTenant',
      appTenantId: tenant,
      allowedTenants: [],
      anonymous: false,
      authOverrides: {
        ToChannelFromBotLoginUrl: `${base}/login`,
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        OAuthUrl: base,
        ToBotFromChannelOpenIdMetadataUrl: `${base}/openid`,
        ToBotFromEmulatorOpenIdMetadataUrl: `${base}/openid`,
        CallerId: '',
      },
    },
    messagesOf: (conversation) =>
      [...messages.values()].filter((message) => message.conversation === conversation),
    conversations: () => [...new Set([...messages.values()].map((message) => message.conversation))],
    addMember: (member) => void members.set(member.id, member),
    openedFor,
    trouble: (trouble) => void troubles.push({ trouble, left: trouble.times ?? 1 }),
    breakKeys: () => {
      keysBroken = true;
    },
    refuseToken: (number) => {
      refusedFor = number;
    },
    heal: () => {
      troubles = [];
      refusedFor = null;
      keysBroken = false;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function openedFor(userId: string): string {
  return `a:opened-for-${userId}`;
}

function found(body: object | undefined): [number, unknown] {
  return body ? [200, body] : [404, { error: { code: 'MemberNotFoundInConversation', message: 'Nobody.' } }];
}

function firstMember(body: unknown): string {
  const members = record(body).members;
  return Array.isArray(members) ? String(record(members[0]).id) : '';
}

function cardOf(body: unknown): unknown {
  const { attachments } = record(body);
  return Array.isArray(attachments) ? record(attachments[0]).content : null;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function key(conversation: string, id: string): string {
  return JSON.stringify([conversation, id]);
}

function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(body === undefined || body === null ? '' : JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string): unknown {
  return text === '' ? null : JSON.parse(text);
}
