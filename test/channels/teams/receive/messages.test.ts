import { orderKey } from '../../../../src/channels/teams/receive/keys';
import { messageText } from '../../../../src/channels/teams/receive/messageText';
import { type ReceivingTeams, startReceivingTeams } from '../receivingTeams';

let teams: ReceivingTeams;
beforeAll(async () => {
  teams = await startReceivingTeams();
});
afterAll(() => teams.stop());
beforeEach(() => {
  teams.heard.length = 0;
});

const officer = () => teams.teams.person({ aadObjectId: 'aad-sam', name: 'Sam Osei' });
const channel = '19:abc@thread.tacv2';
const timestamp = '2026-11-24T10:40:00.123Z';

describe('what people write on Teams', () => {
  test('a message in the private chat arrives with who, where and when', async () => {
    await officer().writes('kai 14 & "kit" <3 mates', { id: '17', timestamp });
    expect(teams.heard).toEqual([
      expect.objectContaining({
        kind: 'message',
        text: 'kai 14 & "kit" <3 mates',
        account: { platform: 'teams', tenant: teams.server.tenant, userId: 'aad-sam' },
        location: { kind: 'private', conversation: officer().conversation },
        eventKey: `msg:${officer().conversation}:17`,
        messageKey: `${officer().conversation}:17`,
        sentAt: timestamp,
        canOpenForm: false,
        answersWithCard: false,
      }),
    ]);
  });

  test('a mention in a channel arrives without the mention, in the channel’s own id', async () => {
    await officer().mentions(channel, 'my drafts');
    expect(teams.heard).toEqual([
      expect.objectContaining({
        kind: 'message',
        text: 'my drafts',
        location: { kind: 'channel', conversation: channel },
      }),
    ]);
  });

  test('a post in a channel that does not mention it is only overheard, and so is its change', async () => {
    await officer().posts(channel, 'lunch?', { id: '18' });
    await officer().edits('18', 'lunch at 12?', {}, channel);
    expect(teams.heard).toEqual([
      expect.objectContaining({
        kind: 'overheard',
        text: 'lunch?',
        location: { kind: 'channel', conversation: channel },
        eventKey: expect.stringMatching(/^heard:.*:18$/),
      }),
      expect.objectContaining({ kind: 'edited', text: 'lunch at 12?', overheard: true }),
    ]);
  });

  test('other people who are mentioned stay as their names', () => {
    const recipient = { id: '28:bot' };
    const entities = [{ type: 'mention', text: '<at>Rollcall</at>', mentioned: recipient }];
    const text = '<at>Rollcall</at>&nbsp;ask <at>Jo Bloggs</at> about it<br>2 mates';
    expect(messageText({ text, entities, recipient })).toBe('ask Jo Bloggs about it\n2 mates');
  });

  test('what is no mark-up of Teams stays as it was written', () => {
    const recipient = { id: '28:bot' };
    expect(
      messageText({ text: 'under &lt;14&gt; &amp;lt; &#39;ok&#x27; &bogus; &#9999999;', recipient }),
    ).toBe("under <14> &lt; 'ok' &bogus; &#9999999;");
  });

  test('the same message under a new id has the same action key', async () => {
    const first = await officer().writes('kai 14', { timestamp });
    await teams.teams.send({ ...first.activity, id: 'another' });
    await officer().writes('kai 15', { timestamp });
    const [one, again, other] = teams.heard.map((inbound) => inbound.actionKey);
    expect(one).toBe(again);
    expect(one).not.toBe(other);
  });

  test('without a timestamp nothing is taken for a repetition', async () => {
    await officer().writes('kai 14', { activity: { timestamp: undefined } });
    expect(teams.heard).toMatchObject([{ actionKey: null, sentAt: '2026-11-24T10:52:00.000Z' }]);
  });

  test('messages sort as they were written, to a fraction of a millisecond', () => {
    const keys = [
      orderKey('2026-11-24T10:40:00.1234567Z', '9'),
      orderKey('2026-11-24T10:40:00.1234568Z', '8'),
      orderKey('2026-11-24T10:40:00.2Z', '10'),
      orderKey('2026-11-24T10:40:00.2Z', '11'),
      orderKey('2026-11-24T12:40:01+02:00', '1'),
    ];
    expect([...keys].reverse().sort()).toEqual(keys);
    expect(new Set(keys.map((key) => key.length))).toEqual(new Set([49]));
  });

  test('an edited message names the message it was', async () => {
    await officer().writes('kai 14', { id: '17' });
    await officer().edits('17', 'kai 13', { timestamp });
    const [written, edited] = teams.heard;
    expect(edited).toMatchObject({
      kind: 'edited',
      text: 'kai 13',
      messageKey: `${officer().conversation}:17`,
    });
    expect(edited?.eventKey).not.toBe(written?.eventKey);
  });

  test('a deleted message is heard of', async () => {
    await officer().deletes('17');
    expect(teams.heard).toMatchObject([{ kind: 'deleted', messageKey: `${officer().conversation}:17` }]);
  });

  test('the two tellings of one installation are one event', async () => {
    await officer().installs({ timestamp });
    const membersAdded = [{ id: `28:${teams.server.appId}` }];
    await officer().writes('', {
      timestamp,
      activity: { type: 'conversationUpdate', text: undefined, membersAdded },
    });
    const [first, second] = teams.heard;
    expect(first).toMatchObject({ kind: 'installed' });
    expect(second?.eventKey).toBe(first?.eventKey);
  });

  test('reactions, typing and other people joining are none of the bot’s business', async () => {
    for (const type of ['messageReaction', 'typing', 'conversationUpdate', 'event']) {
      expect(await officer().writes('', { activity: { type } })).toMatchObject({ status: 200 });
    }
    expect(teams.heard).toEqual([]);
  });
});

describe('when the records can not be reached', () => {
  test('a message is answered 503, never 200', async () => {
    const broken = await startReceivingTeams();
    broken.breakConversation();
    const person = broken.teams.person({ aadObjectId: 'aad-sam', name: 'Sam Osei' });
    expect(await person.writes('kai 14')).toMatchObject({ status: 503 });
    await broken.stop();
  });
});
