import { randomUUID } from 'node:crypto';
import { privateChatOf } from './slackServer';
import { filledIn } from './slackViewState';

type Json = Readonly<Record<string, unknown>>;

interface Said {
  readonly user: string;
  /** As the person types it: escaped here as Slack does. */
  readonly text: string;
  /** The person typed every sign of it: nothing is a mention or link that Slack made. */
  readonly literal?: boolean;
  /** The message's timestamp; a new one if not given. */
  readonly ts?: string;
  /** The person's private chat with the bot if not given. */
  readonly channel?: string;
  /** The person's own workspace, where it is another one (a shared channel). */
  readonly userTeam?: string;
  readonly subtype?: string;
}

/** The bodies of what Slack sends, by kind. */
export interface SlackBodies {
  /** A message in the private chat with the bot. */
  message(input: Said): Json;
  /** A mention in a channel, as `app_mention`; `<@bot>` stands before the text. */
  mention(input: Said & { readonly channel: string }): Json;
  /** A post in a channel, as `message`; with `mention: true` the other half of a mention (give both the same ts). */
  channelPost(input: Said & { readonly channel: string; readonly mention?: boolean }): Json;
  /** The message with this ts now reads so. */
  edit(input: Said & { readonly ts: string; readonly editedTs?: string; readonly before?: string }): Json;
  /** The message with this ts was deleted. */
  remove(input: Omit<Said, 'text'> & { readonly ts: string; readonly text?: string }): Json;
  homeOpened(input: { readonly user: string; readonly tab?: 'home' | 'messages' }): Json;
  /** Any event at all. */
  event(input: Json): Json;
  urlVerification(input: { readonly challenge: string }): Json;
  /** A button pressed: on a message (`messageTs`, in `channel` or the private chat), or on Home. */
  press(input: {
    readonly user: string;
    readonly token: string;
    readonly messageTs?: string;
    readonly channel?: string;
    readonly userTeam?: string;
    readonly onHome?: boolean;
  }): Json;
  /** A form submitted as it was opened (`SlackServer.viewsOf`), with these values typed over it, by field id. */
  submit(input: {
    readonly user: string;
    readonly view: Json;
    readonly values?: Readonly<Record<string, string | number | boolean | readonly string[] | null>>;
    readonly userTeam?: string;
  }): Json;
  shortcut(input: { readonly user: string; readonly callbackId?: string; readonly userTeam?: string }): Json;
  /** What a person types into a search field. */
  suggest(input: {
    readonly user: string;
    readonly actionId: string;
    readonly query: string;
    readonly userTeam?: string;
  }): Json;
  command(input: {
    readonly user: string;
    readonly text: string;
    readonly channel?: string;
    readonly command?: string;
  }): Readonly<Record<string, string>>;
}

/** Makes bodies for one workspace. Timestamps and triggers never repeat; a trigger names its user. */
export function slackBodies(input: {
  readonly team: string;
  readonly botUser: string;
  readonly clock: () => Date;
}): SlackBodies {
  const { team, botUser, clock } = input;
  let counter = 0;
  const newTs = () => {
    counter += 1;
    return `${Math.floor(clock().getTime() / 1000)}.${String(counter).padStart(6, '0')}`;
  };
  const newTrigger = (user: string) => `trigger.${user}.${randomUUID()}`;
  const envelope = (event: Json): Json => ({
    type: 'event_callback',
    token: 'deprecated',
    team_id: team,
    api_app_id: 'A0ROLLCALL',
    event_id: `Ev${randomUUID()}`,
    event_time: Math.floor(clock().getTime() / 1000),
    authorizations: [{ team_id: team, user_id: botUser, is_bot: true, is_enterprise_install: false }],
    event,
  });
  const person = (user: string, userTeam = team): Json => ({ id: user, username: user, team_id: userTeam });
  const written = (said: Omit<Said, 'text'> & { text: string }, ts: string): Json => ({
    type: 'message',
    user: said.user,
    text: said.text,
    ts,
    team: said.userTeam ?? team,
    ...(said.userTeam === undefined ? {} : { user_team: said.userTeam, source_team: said.userTeam }),
    ...(said.subtype === undefined ? {} : { subtype: said.subtype }),
  });
  const channelOf = (said: { user: string; channel?: string | undefined }) =>
    said.channel ?? privateChatOf(said.user);
  const typeOf = (channel: string) => (channel.startsWith('D') ? 'im' : 'channel');
  const place = (channel: string, ts: string): Json => ({
    channel,
    channel_type: typeOf(channel),
    event_ts: ts,
  });

  return {
    message: (said) => {
      const ts = said.ts ?? newTs();
      return envelope({
        ...written({ ...said, text: typedText(said) }, ts),
        ...place(channelOf(said), ts),
      });
    },
    mention: (said) => {
      const ts = said.ts ?? newTs();
      const text = `<@${botUser}> ${typedText(said)}`;
      const { channel_type: _, ...where } = place(said.channel, ts);
      return envelope({ ...written({ ...said, text }, ts), ...where, type: 'app_mention' });
    },
    channelPost: (said) => {
      const ts = said.ts ?? newTs();
      const text = `${said.mention ? `<@${botUser}> ` : ''}${typedText(said)}`;
      return envelope({ ...written({ ...said, text }, ts), ...place(said.channel, ts) });
    },
    edit: (said) => {
      const channel = channelOf(said);
      const editedTs = said.editedTs ?? newTs();
      const prefix = channel.startsWith('D') ? '' : `<@${botUser}> `;
      return envelope({
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        ts: editedTs,
        ...place(channel, editedTs),
        message: {
          ...written({ ...said, text: prefix + typedText(said) }, said.ts),
          edited: { user: said.user, ts: editedTs },
        },
        previous_message: written({ ...said, text: prefix + slackEscape(said.before ?? 'before') }, said.ts),
      });
    },
    remove: (said) => {
      const channel = channelOf(said);
      const ts = newTs();
      return envelope({
        type: 'message',
        subtype: 'message_deleted',
        hidden: true,
        ts,
        deleted_ts: said.ts,
        ...place(channel, ts),
        previous_message: written({ ...said, text: slackEscape(said.text ?? 'before') }, said.ts),
      });
    },
    homeOpened: ({ user, tab = 'home' }) =>
      envelope({ type: 'app_home_opened', user, tab, channel: privateChatOf(user), event_ts: newTs() }),
    event: (event) => envelope(event),
    urlVerification: ({ challenge }) => ({ type: 'url_verification', token: 'deprecated', challenge }),
    press: ({ user, token, messageTs, channel, userTeam, onHome }) => {
      const where = channel ?? privateChatOf(user);
      const ts = messageTs ?? newTs();
      return {
        type: 'block_actions',
        team: { id: team, domain: 'rollcall' },
        user: person(user, userTeam),
        api_app_id: 'A0ROLLCALL',
        trigger_id: newTrigger(user),
        ...(onHome
          ? { container: { type: 'view', view_id: 'VHOME' }, view: { id: 'VHOME', type: 'home' } }
          : {
              container: { type: 'message', message_ts: ts, channel_id: where, is_ephemeral: false },
              channel: { id: where, name: 'directmessage' },
              message: { ts, type: 'message', user: botUser },
              response_url: 'http://127.0.0.1:9/not-used',
            }),
        actions: [{ type: 'button', action_id: 'press:0', block_id: 'b', value: token, action_ts: newTs() }],
      };
    },
    submit: ({ user, view, values = {}, userTeam }) => ({
      type: 'view_submission',
      team: { id: team, domain: 'rollcall' },
      user: person(user, userTeam),
      api_app_id: 'A0ROLLCALL',
      trigger_id: newTrigger(user),
      view: { ...view, hash: '1.a', state: { values: filledIn(view, values) } },
      response_urls: [],
    }),
    shortcut: ({ user, callbackId = 'log_encounter', userTeam }) => ({
      type: 'shortcut',
      callback_id: callbackId,
      team: { id: team, domain: 'rollcall' },
      user: person(user, userTeam),
      action_ts: newTs(),
      trigger_id: newTrigger(user),
    }),
    suggest: ({ user, actionId, query, userTeam }) => ({
      type: 'block_suggestion',
      action_id: actionId,
      block_id: 'field',
      value: query,
      team: { id: team, domain: 'rollcall' },
      user: person(user, userTeam),
      container: { type: 'view', view_id: 'V1' },
    }),
    command: ({ user, text, channel, command = '/rollcall' }) => ({
      command,
      text: slackEscape(text),
      team_id: team,
      team_domain: 'rollcall',
      user_id: user,
      user_name: user,
      channel_id: channel ?? privateChatOf(user),
      channel_name: channel === undefined ? 'directmessage' : 'patrol',
      api_app_id: 'A0ROLLCALL',
      trigger_id: newTrigger(user),
      response_url: 'http://127.0.0.1:9/not-used',
    }),
  };
}

function typedText({ text, literal }: Pick<Said, 'text' | 'literal'>): string {
  return literal
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : slackEscape(text);
}

/** Slack escapes what people type, except what it makes of their mentions and links (written `<@U1>` in tests). */
function slackEscape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replace(/<(?![@#!]|https?:|mailto:|tel:)/g, '&lt;')
    .replace(/(<[@#!a-z][^<>]*>)|>/g, (_, markup?: string) => markup ?? '&gt;');
}
