import { fillIn } from './teamsCards';
import type { TeamsServer } from './teamsServer';
import type { TokenClaims } from './teamsSigner';

/** An activity as it is posted. */
export type SentActivity = Readonly<Record<string, unknown>> & { readonly id: string };

/** What came back, and what was sent: send it again with `teams.send(answered.activity)`. */
export interface Answered {
  readonly status: number;
  /** Parsed JSON, or null. */
  readonly body: unknown;
  readonly activity: SentActivity;
}

/** What may be other than usual. Whatever is in `activity` stands in the activity instead of the usual. */
export interface Unusual {
  readonly id?: string;
  /** ISO 8601. */
  readonly timestamp?: string;
  readonly activity?: Readonly<Record<string, unknown>>;
  readonly token?: TokenClaims;
  /** The whole Authorization header; null for none. */
  readonly authorization?: string | null;
}

/** Somebody at a Teams client. Without `channel` everything happens in their private chat with the bot. */
export interface TeamsPerson {
  readonly aadObjectId: string;
  /** The id activities have for them. */
  readonly fromId: string;
  /** Their private conversation with the bot. */
  readonly conversation: string;
  writes(text: string, unusual?: Unusual): Promise<Answered>;
  /** A post in a channel that mentions the bot. */
  mentions(channel: string, text: string, unusual?: Unusual): Promise<Answered>;
  /** A post in a channel that does not: it comes where the team lets the app read its channels. */
  posts(channel: string, text: string, unusual?: Unusual): Promise<Answered>;
  /** Their post in the private chat, or in a channel, is changed. */
  edits(messageId: string, text: string, unusual?: Unusual, channel?: string): Promise<Answered>;
  deletes(messageId: string, unusual?: Unusual): Promise<Answered>;
  /** Adds the bot to their private chat. */
  installs(unusual?: Unusual): Promise<Answered>;
  removesBot(unusual?: Unusual): Promise<Answered>;
  /** Presses an ordinary button (Action.Execute). */
  presses(token: string, on?: PressedOn, unusual?: Unusual): Promise<Answered>;
  /** Presses one on a client that knows no Action.Execute: it comes as a message. */
  pressesOnOldClient(token: string, on?: PressedOn, unusual?: Unusual): Promise<Answered>;
  /** Presses a button that opens a form (task/fetch). */
  opensForm(token: string, on?: PressedOn, unusual?: Unusual): Promise<Answered>;
  /** Submits the card of a form with these answers over what is filled in (see `fillIn`). */
  submits(
    formCard: unknown,
    answers: Readonly<Record<string, unknown>>,
    unusual?: Unusual,
  ): Promise<Answered>;
}

export interface PressedOn {
  /** Id of the message with the button. */
  readonly messageRef?: string;
  readonly channel?: string;
}

export interface TeamsActivities {
  person(who: { aadObjectId: string; name: string; tenant?: string }): TeamsPerson;
  /** Sends an activity as it is, signed as told. */
  send(activity: SentActivity, unusual?: Pick<Unusual, 'token' | 'authorization'>): Promise<Answered>;
  /** The card of the form in the answer to a task/fetch or task/submit. Throws where there is none. */
  formIn(answered: Answered): unknown;
}

const botName = 'Rollcall';

/**
 * Real activities of every kind, signed with real tokens, posted to `{baseUrl}/api/messages`.
 *
 *     const server = await startTeamsServer();
 *     const teams = teamsActivities({ baseUrl, server });
 *     const officer = teams.person({ aadObjectId: '…', name: 'Sam Osei' });
 *     await officer.writes('kai 14, festival place 1040');
 *     const [message] = server.messagesOf(officer.conversation);
 *     await officer.presses(buttonOf(message.card, 'Save').token, { messageRef: message.id });
 */
export function teamsActivities(options: { baseUrl: string; server: TeamsServer }): TeamsActivities {
  const { server } = options;
  const bot = { id: `28:${server.appId}`, name: botName };
  let count = 0;
  const nextId = () => {
    count += 1;
    return String(1_764_000_000_000 + count);
  };

  async function send(
    activity: SentActivity,
    unusual: Pick<Unusual, 'token' | 'authorization'> = {},
  ): Promise<Answered> {
    const authorization =
      unusual.authorization === undefined
        ? server.signer.authorization(unusual.token ?? {})
        : unusual.authorization;
    const response = await fetch(`${options.baseUrl}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify(activity),
    });
    const text = await response.text();
    return { status: response.status, body: parsed(text), activity };
  }

  function person(who: { aadObjectId: string; name: string; tenant?: string }): TeamsPerson {
    const tenant = who.tenant ?? server.tenant;
    const fromId = `29:${who.aadObjectId}`;
    const conversation = `a:private-${who.aadObjectId}`;

    const act = (content: object, unusual: Unusual = {}, channel?: string) => {
      const id = unusual.id ?? nextId();
      const thread = {
        id: `${channel};messageid=${id}`,
        conversationType: 'channel',
        isGroup: true,
        tenantId: tenant,
      };
      const activity = {
        id,
        timestamp: unusual.timestamp ?? new Date().toISOString(),
        channelId: 'msteams',
        serviceUrl: server.serviceUrl,
        from: { id: fromId, name: who.name, aadObjectId: who.aadObjectId },
        recipient: bot,
        conversation: channel ? thread : { id: conversation, conversationType: 'personal', tenantId: tenant },
        channelData: { tenant: { id: tenant }, ...(channel ? { channel: { id: channel } } : {}) },
        locale: 'en-GB',
        ...content,
        ...unusual.activity,
      };
      return send(activity, unusual);
    };
    const message = (text: string) => ({ type: 'message', textFormat: 'plain', text: escaped(text) });
    const invoke = (name: string, value: object, on: PressedOn) => ({
      type: 'invoke',
      name,
      value,
      ...(on.messageRef ? { replyToId: on.messageRef } : {}),
    });

    return {
      aadObjectId: who.aadObjectId,
      fromId,
      conversation,
      writes: (text, unusual) => act(message(text), unusual),
      mentions: (channel, text, unusual) => {
        const at = `<at>${botName}</at>`;
        const entities = [{ type: 'mention', text: at, mentioned: bot }];
        return act({ ...message(text), text: `${at} ${escaped(text)}\n`, entities }, unusual, channel);
      },
      posts: (channel, text, unusual) => act(message(text), unusual, channel),
      edits: (messageId, text, unusual, channel) => {
        const changed = { tenant: { id: tenant }, eventType: 'editMessage' };
        return act(
          { ...message(text), type: 'messageUpdate', channelData: changed },
          { id: messageId, ...unusual },
          channel,
        );
      },
      deletes: (messageId, unusual) => {
        const changed = { tenant: { id: tenant }, eventType: 'softDeleteMessage' };
        return act({ type: 'messageDelete', channelData: changed }, { id: messageId, ...unusual });
      },
      installs: (unusual) => act({ type: 'installationUpdate', action: 'add' }, unusual),
      removesBot: (unusual) => act({ type: 'installationUpdate', action: 'remove' }, unusual),
      presses: (token, on = {}, unusual) => {
        const action = { type: 'Action.Execute', verb: 'press', data: { token } };
        return act(invoke('adaptiveCard/action', { action, trigger: 'manual' }, on), unusual, on.channel);
      },
      pressesOnOldClient: (token, on = {}, unusual) => {
        const replyToId = on.messageRef ? { replyToId: on.messageRef } : {};
        return act({ type: 'message', value: { token }, ...replyToId }, unusual, on.channel);
      },
      opensForm: (token, on = {}, unusual) => {
        const data = { msteams: { type: 'task/fetch' }, token };
        return act(invoke('task/fetch', { data, context: { theme: 'default' } }, on), unusual, on.channel);
      },
      submits: (formCard, answers, unusual) => {
        const data = fillIn(formCard, answers);
        return act(invoke('task/submit', { data, context: { theme: 'default' } }, {}), unusual);
      },
    };
  }

  return { person, send, formIn };
}

function formIn(answered: Answered): unknown {
  const body = answered.body as { task?: { value?: { card?: { content?: unknown } } } } | null;
  const card = body?.task?.value?.card?.content;
  if (!card) throw new Error(`No form in the answer: ${JSON.stringify(answered.body)}`);
  return card;
}

/** As Teams writes what people type: the signs of HTML as entities. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
