import { type SlackTrial, startSlackTrial } from '../../../helpers/slackChannel';

let slack: SlackTrial;
beforeAll(async () => {
  slack = await startSlackTrial();
});
afterAll(() => slack.stop());
beforeEach(() => {
  slack.port.received.length = 0;
  slack.port.away = false;
  slack.port.beforeStored = async () => {};
});

describe('a message in the private chat', () => {
  it('reaches the conversation as it was typed, with who, where and when', async () => {
    const text = 'kai brown 14 costello & <2 mates> 1040';
    const ts = '1795515000.000100';
    const { status } = await slack.requests.message({ user: 'U1', text, ts }).send();
    expect(status).toBe(200);
    expect(slack.port.received).toEqual([
      {
        kind: 'message',
        account: { platform: 'slack', tenant: 'T0ROLLCALL', userId: 'U1' },
        location: { kind: 'private', conversation: 'D1' },
        eventKey: 'msg:T0ROLLCALL:D1:1795515000.000100',
        messageKey: 'T0ROLLCALL:D1:1795515000.000100',
        actionKey: null,
        orderKey: ts,
        sentAt: '2026-11-24T10:10:00.000Z',
        text,
        reference: { im: 'D1' },
        canOpenForm: false,
        answersWithCard: false,
      },
    ]);
  });

  it('is acknowledged only once it is stored', async () => {
    let store = () => {};
    const storing = new Promise<void>((begun) => {
      slack.port.beforeStored = () =>
        new Promise((resolve) => {
          store = resolve;
          begun();
        });
    });
    let answered = false;
    const sending = slack.requests.message({ user: 'U1', text: 'hello' }).send();
    void sending.then(() => {
      answered = true;
    });
    await storing;
    // Another request comes and goes meanwhile: this one is still waiting.
    await slack.requests.urlVerification({ challenge: 'x' }).send();
    expect(answered).toBe(false);
    store();
    expect((await sending).status).toBe(200);
  });

  it('is answered with 503 while the database is away, so that Slack sends it again, and is then taken', async () => {
    const message = slack.requests.message({ user: 'U1', text: 'kai brown 14' });
    slack.port.away = true;
    expect((await message.send()).status).toBe(503);
    expect((await message.send({ retry: 1 })).status).toBe(503);
    slack.port.away = false;
    expect((await message.send({ retry: 2 })).status).toBe(200);
    expect(slack.port.received).toHaveLength(1);
    expect(slack.logged()).not.toMatch(/kai brown/i);
  });

  it('keeps its key however often Slack sends it, and none is dropped', async () => {
    const message = slack.requests.message({ user: 'U1', text: 'hello' });
    await Promise.all([1, 2, 3].map((retry) => message.send({ retry })));
    expect(slack.port.received).toHaveLength(3);
    expect(new Set(slack.port.received.map(({ eventKey }) => eventKey)).size).toBe(1);
  });

  it('with a file keeps its text', async () => {
    await slack.requests.message({ user: 'U1', text: 'see list', subtype: 'file_share' }).send();
    expect(slack.port.received).toMatchObject([{ kind: 'message', text: 'see list' }]);
  });

  it('belongs to the workspace of the person who wrote it', async () => {
    await slack.requests.message({ user: 'U9', text: 'hello', userTeam: 'T0POLICE' }).send();
    expect(slack.port.received).toMatchObject([{ account: { tenant: 'T0POLICE', userId: 'U9' } }]);
  });

  it.each(['channel_join', 'bot_message', 'channel_topic'])(
    'of the kind %s is not a message',
    async (subtype) => {
      const { status } = await slack.requests.message({ user: 'U1', text: 'x', subtype }).send();
      expect(status).toBe(200);
      expect(slack.port.received).toEqual([]);
    },
  );

  it("of the bot's own is left out", async () => {
    await slack.requests.message({ user: 'U0ROLLCALL', text: 'Saved' }).send();
    expect(slack.port.received).toEqual([]);
  });
});

describe('a post in a channel', () => {
  it('that mentions the bot arrives twice and has one key', async () => {
    const post = { user: 'U1', channel: 'C1', text: 'who is at popley', ts: '1795515000.000200' };
    await slack.requests.mention(post).send();
    await slack.requests.channelPost({ ...post, mention: true }).send();
    const [first, second] = slack.port.received;
    expect(first).toMatchObject({ kind: 'message', text: 'who is at popley', location: { kind: 'channel' } });
    expect(second).toEqual(first);
  });

  it('that does not mention the bot is overheard, no message to it', async () => {
    const { status } = await slack.requests.channelPost({ user: 'U1', channel: 'C1', text: 'lunch?' }).send();
    expect(status).toBe(200);
    expect(slack.port.received).toMatchObject([
      { kind: 'overheard', text: 'lunch?', location: { kind: 'channel', conversation: 'C1' } },
    ]);
  });
});

describe('what a person changes afterwards', () => {
  const ts = '1795515000.000300';
  it('as an edit carries the new text, under a key of its own, for the same message', async () => {
    const editedTs = '1795515060.000000';
    await slack.requests.edit({ user: 'U1', ts, editedTs, text: '13 not 14' }).send();
    expect(slack.port.received).toMatchObject([
      {
        kind: 'edited',
        text: '13 not 14',
        messageKey: `T0ROLLCALL:D1:${ts}`,
        eventKey: `edit:T0ROLLCALL:D1:${ts}:${editedTs}`,
        sentAt: '2026-11-24T10:11:00.000Z',
      },
    ]);
  });

  it('as a deletion names the message', async () => {
    await slack.requests.remove({ user: 'U1', ts }).send();
    expect(slack.port.received).toMatchObject([
      { kind: 'deleted', messageKey: `T0ROLLCALL:D1:${ts}`, account: { userId: 'U1' } },
    ]);
  });

  it.each([
    ['never edited', {}],
    ['edited before', { edited: { user: 'U1', ts: '1795515030.000000' } }],
  ])('is not mixed up with a link preview, which Slack reports as a change too (%s)', async (_, edited) => {
    const message = { type: 'message', user: 'U1', text: 'see x.com', ts, ...edited };
    const { status } = await slack.requests
      .event({
        type: 'message',
        subtype: 'message_changed',
        channel: 'D1',
        channel_type: 'im',
        ts,
        event_ts: ts,
        message: { ...message, attachments: [{}] },
        previous_message: message,
      })
      .send();
    expect(status).toBe(200);
    expect(slack.port.received).toEqual([]);
  });

  it('counts in a channel where the post mentioned the bot', async () => {
    await slack.requests.edit({ user: 'U1', channel: 'C1', ts, text: 'who is at popley' }).send();
    await slack.requests.remove({ user: 'U1', channel: 'C1', ts, text: '<@U0ROLLCALL> who' }).send();
    await slack.requests.remove({ user: 'U1', channel: 'C1', ts, text: 'lunch?' }).send();
    expect(slack.port.received).toMatchObject([
      { kind: 'edited', text: 'who is at popley', location: { kind: 'channel' } },
      { kind: 'deleted', messageKey: `T0ROLLCALL:C1:${ts}` },
    ]);
  });

  it('is deleted too where Slack leaves a marker because of answers below it', async () => {
    const before = { type: 'message', user: 'U1', text: 'kai brown', ts };
    await slack.requests
      .event({
        type: 'message',
        subtype: 'message_changed',
        channel: 'D1',
        channel_type: 'im',
        ts,
        event_ts: '1795515090.000000',
        message: {
          type: 'message',
          subtype: 'tombstone',
          user: 'USLACKBOT',
          text: 'This message was deleted.',
          ts,
        },
        previous_message: before,
      })
      .send();
    expect(slack.port.received).toMatchObject([
      {
        kind: 'deleted',
        account: { userId: 'U1' },
        messageKey: `T0ROLLCALL:D1:${ts}`,
        orderKey: '1795515090.000000',
      },
    ]);
  });
});

describe('other events', () => {
  it('Home opened is reported; its messages tab is not', async () => {
    await slack.requests.homeOpened({ user: 'U1', tab: 'messages' }).send();
    expect(slack.port.received).toEqual([]);
    await slack.requests.homeOpened({ user: 'U1' }).send();
    expect(slack.port.received).toMatchObject([
      { kind: 'opened', account: { userId: 'U1' }, location: { kind: 'private' } },
    ]);
  });

  it.each([{ type: 'reaction_added', user: 'U1' }, { type: 'invented_tomorrow' }])(
    'of an unknown kind are acknowledged and ignored: $type',
    async (event) => {
      expect((await slack.requests.event(event).send()).status).toBe(200);
      expect((await slack.requests.raw({ json: { type: 'app_rate_limited' } }).send()).status).toBe(200);
      expect(slack.port.received).toEqual([]);
    },
  );
});
