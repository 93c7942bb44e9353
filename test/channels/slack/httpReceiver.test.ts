import { type SlackTrial, startSlackTrial } from '../../helpers/slackChannel';

let slack: SlackTrial;
beforeAll(async () => {
  slack = await startSlackTrial();
});
afterAll(() => slack.stop());
beforeEach(() => {
  slack.port.received.length = 0;
});

describe('who may speak for Slack', () => {
  it.each(['wrong', 'missing', 'stale', 'future'] as const)(
    'a %s signature is refused',
    async (signature) => {
      for (const request of [
        slack.requests.message({ user: 'U1', text: 'kai brown' }),
        slack.requests.press({ user: 'U1', token: 't' }),
        slack.requests.command({ user: 'U1', text: 'help' }),
        slack.requests.urlVerification({ challenge: 'x' }),
      ]) {
        const { status, text } = await request.send({ signature });
        expect({ status, text }).toEqual({ status: 401, text: '' });
      }
      expect(slack.port.received).toEqual([]);
    },
  );

  it.each([290, -290])('a clock %i seconds off is still good', async (secondsOff) => {
    const { status } = await slack.requests.message({ user: 'U1', text: 'hello' }).send({ secondsOff });
    expect(status).toBe(200);
  });

  it.each([310, -310])('a clock %i seconds off is not', async (secondsOff) => {
    const { status } = await slack.requests.message({ user: 'U1', text: 'hello' }).send({ secondsOff });
    expect(status).toBe(401);
  });

  it('answers the question Slack asks when the address is set', async () => {
    const { status, json } = await slack.requests.urlVerification({ challenge: 'abc' }).send();
    expect({ status, json }).toEqual({ status: 200, json: { challenge: 'abc' } });
  });

  it('serves nothing but posts', async () => {
    expect((await fetch(`${slack.baseUrl}/slack/events`)).status).toBe(404);
  });

  it('refuses what is signed but not readable', async () => {
    const { status } = await slack.requests.raw({ form: { payload: '{"type"' } }).send();
    expect(status).toBe(400);
  });
});
