import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { breachesOfMessage, breachesOfView } from './slackLimits';
import { buttonsOf, isObject, picturesOf, type SlackButton, wordsOf } from './slackView';
import { answer, bodyOf, fail, readArgs, type SlackFailure } from './slackWire';

/** One call of Slack's Web API, with its arguments parsed. */
export interface SlackCall {
  readonly method: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** The bearer token it came with. */
  readonly token: string | null;
}

/** An installation somebody consented to: the app gets its token for the code, once. */
export interface SlackGrant {
  readonly team: string;
  readonly name?: string;
  readonly botUser: string;
  readonly botToken: string;
  /** Further fields of Slack's answer, such as `refresh_token`. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** A message as it stands now. */
export interface SlackMessageSeen {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly blocks: unknown;
  readonly metadata: unknown;
  /** Everything a person can read of it. */
  readonly words: string;
  readonly buttons: readonly SlackButton[];
  /** The pictures in it: the bytes that were uploaded, and the words for them. */
  readonly pictures: readonly { readonly png: Buffer; readonly alt: string }[];
}

/** A modal that was opened, with what is needed to submit it (`slackRequests().submit({ view })`). */
export type SlackViewSeen = Readonly<Record<string, unknown>> & { readonly id: string };

export interface SlackUser {
  readonly id: string;
  readonly team_id?: string;
  readonly email?: string;
  readonly is_email_confirmed?: boolean;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly deleted?: boolean;
}

/**
 * A stand-in for Slack's Web API on this machine. It keeps every call and message, refuses blocks that Slack would
 * refuse (`invalid_blocks`; a picture whose upload was not completed is one), and fails when told to. The private chat
 * of user `U1` is `D1` (`privateChatOf`). An upload's second step counts as a call of the method `upload`.
 *
 *     const slack = await startSlackServer();
 *     // give the service SLACK_API_URL=slack.apiUrl
 *     await slack.until(() => slack.messagesOf('U1').length === 1);
 *     slack.failNext({ status: 429, retryAfter: 3 }, 'chat.postMessage');
 *     await slack.stop();
 */
export interface SlackServer {
  /** Ends with `/api/`. */
  readonly apiUrl: string;
  readonly calls: readonly SlackCall[];
  callsOf(method: string): readonly SlackCall[];
  /** What stands in the private chat of the bot and this person, oldest first. */
  messagesOf(user: string): readonly SlackMessageSeen[];
  messagesIn(channel: string): readonly SlackMessageSeen[];
  /** What only this person saw in a channel. */
  ephemeralsOf(user: string): readonly SlackMessageSeen[];
  /** The modals opened for this person (the trigger names them), oldest first. */
  viewsOf(user: string): readonly SlackViewSeen[];
  homeOf(user: string): { readonly words: string; readonly buttons: readonly SlackButton[] } | null;
  addUser(user: SlackUser): void;
  /** Somebody lets the app into a workspace: Slack would send their browser back with this code. */
  grant(code: string, grant: SlackGrant): void;
  /** Nobody can post there any more, and the bot is put out of it. */
  archive(channel: string): void;
  /** The rights that every answer says the token has. */
  grantScopes(scopes: readonly string[]): void;
  /** Deletes all uploaded files, as a retention period does. */
  deleteFiles(): void;
  /** The next call (of this method) fails so; told twice, the next two do. */
  failNext(failure: SlackFailure, method?: string): void;
  /** Waits until a condition holds, looking again after every call; fails after `timeoutMs` (5,000). */
  until(condition: () => boolean, timeoutMs?: number): Promise<void>;
  /** Forgets calls, messages and failures. */
  reset(): void;
  stop(): Promise<void>;
}

/** The channel of a person's private chat with the bot. */
export function privateChatOf(user: string): string {
  return `D${user.slice(1)}`;
}

interface Stored {
  channel: string;
  ts: string;
  text: string;
  blocks: unknown;
  metadata: unknown;
}

/** Starts the stand-in on a free port. */
export async function startSlackServer(
  options: { readonly team?: string; readonly botUser?: string } = {},
): Promise<SlackServer> {
  const team = options.team ?? 'T0ROLLCALL';
  const botUser = options.botUser ?? 'U0ROLLCALL';
  const calls: SlackCall[] = [];
  const messages: Stored[] = [];
  const ephemerals: (Stored & { user: string })[] = [];
  const views: { user: string; view: SlackViewSeen }[] = [];
  const homes = new Map<string, unknown>();
  const users = new Map<string, SlackUser>();
  const archived = new Set<string>();
  let granted: readonly string[] = [];
  const grants = new Map<string, SlackGrant>();
  const teamOfToken = new Map<string, string>();
  const files = new Map<string, { bytes: Buffer | null; length: number; complete: boolean }>();
  const usedTriggers = new Set<string>();
  const failures: { failure: SlackFailure; method: string | undefined }[] = [];
  const watchers = new Set<() => void>();
  let counter = 0;
  const next = () => {
    counter += 1;
    return counter;
  };
  const newTs = () => `${Math.floor(Date.now() / 1000)}.${String(next()).padStart(6, '0')}`;
  const channelOf = (channel: string) => (/^[UW]/.test(channel) ? privateChatOf(channel) : channel);
  const indexOf = (args: Record<string, unknown>) =>
    messages.findIndex(({ channel, ts }) => channel === channelOf(String(args.channel)) && ts === args.ts);

  const isComplete = (id: string) => files.get(id)?.complete === true;
  const seenHere = (message: Stored) => seen(message, (id) => files.get(id)?.bytes ?? Buffer.alloc(0));

  const methods: Record<
    string,
    (args: Record<string, unknown>, token: string | null) => Record<string, unknown>
  > = {
    'apps.connections.open': () => ({ ok: true, url: 'wss://127.0.0.1/never-used' }),
    'auth.test': (_args, token) => ({
      ok: true,
      team_id: teamOfToken.get(token ?? '') ?? team,
      user_id: botUser,
      bot_id: 'B0ROLLCALL',
    }),
    'oauth.v2.access': (args) => {
      const grant = grants.get(String(args.code));
      if (grant === undefined || !args.client_id || !args.client_secret)
        return { ok: false, error: 'invalid_code' };
      grants.delete(String(args.code));
      teamOfToken.set(grant.botToken, grant.team);
      return {
        ok: true,
        app_id: 'A0ROLLCALL',
        authed_user: { id: 'U0INSTALLER' },
        scope: 'chat:write',
        token_type: 'bot',
        access_token: grant.botToken,
        bot_user_id: grant.botUser,
        team: { id: grant.team, name: grant.name ?? grant.team },
        enterprise: null,
        is_enterprise_install: false,
        ...grant.more,
      };
    },
    'chat.postMessage': (args) => {
      const refused = refusal(args, archived, isComplete);
      if (refused !== null) return refused;
      const message = stored(args, channelOf(String(args.channel)), newTs());
      messages.push(message);
      return { ok: true, channel: message.channel, ts: message.ts, message: { text: message.text } };
    },
    'chat.postEphemeral': (args) => {
      const refused = refusal(args, archived, isComplete);
      if (refused !== null) return refused;
      const message = stored(args, String(args.channel), newTs());
      ephemerals.push({ ...message, user: String(args.user) });
      return { ok: true, message_ts: message.ts };
    },
    'chat.update': (args) => {
      const refused = refusal(args, archived, isComplete);
      if (refused !== null) return refused;
      const index = indexOf(args);
      const before = messages[index];
      if (before === undefined) return { ok: false, error: 'message_not_found' };
      messages[index] = { ...before, text: String(args.text ?? ''), blocks: args.blocks ?? [] };
      return { ok: true, channel: before.channel, ts: before.ts, text: String(args.text ?? '') };
    },
    'chat.delete': (args) => {
      const index = indexOf(args);
      if (index === -1) return { ok: false, error: 'message_not_found' };
      messages.splice(index, 1);
      return { ok: true, channel: args.channel, ts: args.ts };
    },
    'conversations.open': (args) => {
      const user = users.get(String(args.users));
      if (user?.deleted) return { ok: false, error: 'user_disabled' };
      if (user?.is_bot) return { ok: false, error: 'cannot_dm_bot' };
      return { ok: true, channel: { id: privateChatOf(String(args.users)) } };
    },
    'conversations.history': (args) => {
      if (archived.has(String(args.channel))) return { ok: false, error: 'not_in_channel' };
      const [oldest, latest] = [Number(args.oldest ?? 0), Number(args.latest ?? Infinity)];
      const found = messages.filter(
        ({ channel, ts }) => channel === args.channel && Number(ts) > oldest && Number(ts) < latest,
      );
      const start = Number(args.cursor ?? 0);
      const limit = Number(args.limit ?? 100);
      const newestFirst = [...found].reverse();
      const page = newestFirst.slice(start, start + limit);
      const more = start + limit < found.length;
      return {
        ok: true,
        messages: page.map((each) => (args.include_all_metadata ? each : { ...each, metadata: undefined })),
        has_more: more,
        response_metadata: { next_cursor: more ? String(start + limit) : '' },
      };
    },
    'files.getUploadURLExternal': (args) => {
      const length = Number(args.length);
      if (!args.filename || !(length > 0)) return { ok: false, error: 'invalid_arguments' };
      const id = `F${next()}`;
      files.set(id, { bytes: null, length, complete: false });
      return { ok: true, upload_url: `http://${host}/upload/${id}`, file_id: id };
    },
    'files.completeUploadExternal': (args) => {
      const ids = Array.isArray(args.files)
        ? args.files.map((one) => String(isObject(one) ? one.id : ''))
        : [];
      const arrived = ids.map((id) => files.get(id)).filter((file) => file?.bytes?.length === file?.length);
      if (ids.length === 0 || arrived.length < ids.length) return { ok: false, error: 'file_not_found' };
      for (const file of arrived) if (file) file.complete = true;
      return { ok: true, files: ids.map((id) => ({ id })) };
    },
    'views.open': (args) => {
      const trigger = String(args.trigger_id ?? '');
      const view = args.view;
      if (!trigger.startsWith('trigger.')) return { ok: false, error: 'invalid_trigger_id' };
      if (usedTriggers.has(trigger)) return { ok: false, error: 'exchanged_trigger_id' };
      const wrong = breachesOfView(view);
      if (wrong.length > 0 || !isObject(view)) return invalid(wrong);
      usedTriggers.add(trigger);
      const seen = { ...view, id: `V${next()}` };
      views.push({ user: trigger.split('.')[1] ?? '', view: seen });
      return { ok: true, view: seen };
    },
    'views.publish': (args) => {
      const wrong = breachesOfView(args.view);
      if (wrong.length > 0) return invalid(wrong);
      homes.set(String(args.user_id), args.view);
      return { ok: true, view: args.view };
    },
    'users.info': (args) => {
      const user = users.get(String(args.user));
      if (user === undefined) return { ok: false, error: 'user_not_found' };
      const { email, ...rest } = user;
      return { ok: true, user: { team_id: team, ...rest, profile: { email } } };
    },
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await bodyOf(request);
    const uploaded = /^\/upload\/(F\d+)$/.exec(request.url ?? '')?.[1];
    const method = uploaded ? 'upload' : ((request.url ?? '').split('/').at(-1)?.split('?')[0] ?? '');
    const args = uploaded ? { id: uploaded } : readArgs(body.toString('utf8'));
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? null;
    calls.push({ method, args, token });
    const index = failures.findIndex((each) => each.method === undefined || each.method === method);
    const [planned] = index === -1 ? [] : failures.splice(index, 1);
    const run = () => {
      const file = uploaded === undefined ? undefined : files.get(uploaded);
      if (file) file.bytes = body;
      return file ? { ok: true } : (methods[method]?.(args, token) ?? { ok: false, error: 'unknown_method' });
    };
    if (planned === undefined) answer(response, 200, run(), { 'x-oauth-scopes': granted.join(',') });
    else {
      if (planned.failure.afterwards) run();
      fail(response, planned.failure);
    }
    for (const look of [...watchers]) look();
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;

  return {
    apiUrl: `http://${host}/api/`,
    calls,
    callsOf: (method) => calls.filter((call) => call.method === method),
    messagesOf: (user) => messages.filter(({ channel }) => channel === privateChatOf(user)).map(seenHere),
    messagesIn: (channel) => messages.filter((message) => message.channel === channel).map(seenHere),
    ephemeralsOf: (user) => ephemerals.filter((message) => message.user === user).map(seenHere),
    viewsOf: (user) => views.filter((each) => each.user === user).map(({ view }) => view),
    homeOf: (user) => {
      const view = homes.get(user);
      return view === undefined ? null : { words: wordsOf(view), buttons: buttonsOf(view) };
    },
    addUser: (user) => void users.set(user.id, user),
    grant: (code, grant) => void grants.set(code, grant),
    archive: (channel) => void archived.add(channel),
    grantScopes: (scopes) => {
      granted = scopes;
    },
    deleteFiles: () => files.clear(),
    failNext: (failure, method) => void failures.push({ failure, method }),
    until: (condition, timeoutMs = 5000) => watch(watchers, condition, timeoutMs, calls),
    reset: () => {
      for (const list of [calls, messages, ephemerals, views, failures]) list.length = 0;
      homes.clear();
      files.clear();
      archived.clear();
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function refusal(
  args: Record<string, unknown>,
  archived: ReadonlySet<string>,
  isComplete: (file: string) => boolean,
): Record<string, unknown> | null {
  if (!args.channel) return { ok: false, error: 'channel_not_found' };
  if (archived.has(String(args.channel))) return { ok: false, error: 'is_archived' };
  const missing = picturesOf(args.blocks).filter(({ file }) => !isComplete(file));
  const wrong = [
    ...breachesOfMessage({ text: String(args.text ?? ''), blocks: args.blocks ?? [] }),
    ...missing.map(() => 'invalid slack file'),
  ];
  return wrong.length > 0 ? invalid(wrong) : null;
}

function invalid(wrong: readonly string[]): Record<string, unknown> {
  return { ok: false, error: 'invalid_blocks', response_metadata: { messages: wrong } };
}

function stored(args: Record<string, unknown>, channel: string, ts: string): Stored {
  return { channel, ts, text: String(args.text ?? ''), blocks: args.blocks ?? [], metadata: args.metadata };
}

function seen(message: Stored, bytesOf: (file: string) => Buffer): SlackMessageSeen {
  const { blocks } = message;
  const pictures = picturesOf(blocks).map(({ file, alt }) => ({ png: bytesOf(file), alt }));
  return { ...message, words: wordsOf(blocks), buttons: buttonsOf(blocks), pictures };
}

function watch(
  watchers: Set<() => void>,
  condition: () => boolean,
  timeoutMs: number,
  calls: readonly SlackCall[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (end: () => void) => {
      clearTimeout(timer);
      clearInterval(interval);
      watchers.delete(look);
      end();
    };
    const look = () => {
      if (condition()) done(resolve);
    };
    const timer = setTimeout(() => {
      const last = calls.slice(-5).map(({ method }) => method);
      done(() =>
        reject(new Error(`Slack did not get there in ${timeoutMs} ms; last calls: ${last.join(', ')}`)),
      );
    }, timeoutMs);
    // A condition may look at something else than calls.
    const interval = setInterval(look, 20);
    watchers.add(look);
    look();
  });
}
