import { pino } from 'pino';
import { createSlackChannel, type SlackChannel } from '../../../src/channels/slack/createSlackChannel';
import { slackBodies } from '../../helpers/slackBodies';
import { type FakePort, fakePort } from '../../helpers/slackFakePort';
import { type SlackSocket, startSlackSocket } from '../../helpers/slackSocket';

let socket: SlackSocket;
let channel: SlackChannel;
let port: FakePort;
const bodies = slackBodies({ team: 'T0ROLLCALL', botUser: 'U0ROLLCALL', clock: () => new Date() });
beforeAll(async () => {
  socket = await startSlackSocket();
  port = fakePort();
  channel = createSlackChannel({
    port,
    log: pino({ level: 'silent' }),
    clock: () => new Date(),
    settings: { botToken: 'xoxb-made-up', appToken: 'xapp-made-up', apiUrl: socket.apiUrl },
  });
  await channel.start();
});
afterAll(async () => {
  await channel.stop();
  await socket.stop();
});
beforeEach(() => {
  port.received.length = 0;
  port.away = false;
  port.beforeStored = async () => {};
});

const event = (id: string, body: unknown, retry = 0) => ({
  envelope_id: id,
  type: 'events_api',
  accepts_response_payload: false,
  retry_attempt: retry,
  retry_reason: '',
  payload: body,
});

describe('over Socket Mode', () => {
  it('a message is acknowledged only once it is stored', async () => {
    let store = () => {};
    port.beforeStored = () =>
      new Promise((resolve) => {
        store = resolve;
      });
    let begun = false;
    const before = port.beforeStored;
    port.beforeStored = () => {
      begun = true;
      return before();
    };
    await socket.send(event('e1', bodies.message({ user: 'U1', text: 'kai brown 14' })));
    await socket.until(() => begun);
    // Something else comes and is acknowledged meanwhile.
    await socket.send(event('e2', bodies.event({ type: 'reaction_added', user: 'U1' })));
    await socket.until(() => socket.acks.has('e2'));
    expect(socket.acks.has('e1')).toBe(false);
    store();
    await socket.until(() => socket.acks.has('e1'));
    expect(port.received).toMatchObject([{ kind: 'message', text: 'kai brown 14' }]);
  });

  it('a message that could not be stored stays unacknowledged, and is taken when Slack sends it again', async () => {
    const body = bodies.message({ user: 'U1', text: 'kai brown 14' });
    port.away = true;
    await socket.send(event('e3', body));
    await socket.send(event('e4', bodies.event({ type: 'reaction_added', user: 'U1' })));
    await socket.until(() => socket.acks.has('e4'));
    expect(socket.acks.has('e3')).toBe(false);
    port.away = false;
    await socket.send(event('e5', body, 1));
    await socket.until(() => socket.acks.has('e5'));
    expect(port.received).toHaveLength(1);
  });

  it('a command is answered in its acknowledgement', async () => {
    port.answer = { message: 'Write what you saw.' };
    await socket.send({
      envelope_id: 'e6',
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: bodies.command({ user: 'U1', text: 'help' }),
    });
    await socket.until(() => socket.acks.has('e6'));
    expect(socket.acks.get('e6')).toMatchObject({ response_type: 'ephemeral', text: 'Write what you saw.' });
  });

  it('nothing is served over HTTP', () => {
    expect(channel.router.stack).toEqual([]);
  });
});

it('stopping finishes what was begun and takes nothing new', async () => {
  const other = fakePort();
  let store = () => {};
  let begun = false;
  other.beforeStored = () =>
    new Promise((resolve) => {
      store = resolve;
      begun = true;
    });
  const connection = await startSlackSocket();
  const slack = createSlackChannel({
    port: other,
    log: pino({ level: 'silent' }),
    clock: () => new Date(),
    settings: { botToken: 'xoxb-made-up', appToken: 'xapp-made-up', apiUrl: connection.apiUrl },
  });
  await slack.start();
  await connection.send(event('f1', bodies.message({ user: 'U1', text: 'first' })));
  await connection.until(() => begun);
  const stopped = slack.stop();
  await connection.send(event('f2', bodies.message({ user: 'U1', text: 'second' })));
  store();
  await stopped;
  await connection.until(() => connection.acks.has('f1'));
  expect(other.received).toMatchObject([{ text: 'first' }]);
  expect(connection.acks.has('f2')).toBe(false);
  await connection.stop();
});

it('without a signing secret and an app token there is no Slack', () => {
  const settings = { botToken: 'xoxb-made-up' };
  const log = pino({ level: 'silent' });
  expect(() => createSlackChannel({ port, log, clock: () => new Date(), settings })).toThrow(
    /SLACK_SIGNING_SECRET/,
  );
});
