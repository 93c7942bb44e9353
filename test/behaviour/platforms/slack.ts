import type { TestDatabase } from '../../helpers/database';
import type { PersonName } from '../../helpers/seedScheme';
import { breachesOfMessage, breachesOfView } from '../../helpers/slackLimits';
import type { SlackResponse } from '../../helpers/slackRequests';
import type { SlackCall, SlackMessageSeen } from '../../helpers/slackServer';
import { newestButton, slackUserOf, startSlackService } from '../../helpers/slackService';
import { wordsOf } from '../../helpers/slackView';
import type { Colleague, RunningPlatform, SeenCard, SeenForm, Typed, Written } from './platform';

/** Slack: real signed requests to the service, and a stand-in for Slack's Web API. */
export async function startSlack(
  db: TestDatabase,
  options: { withDay?: boolean; everyMinute?: boolean } = {},
): Promise<RunningPlatform> {
  const running = await startSlackService(db, options);
  const { service, clock, slack: server, requests } = running;
  let count = 0;
  const newTs = () => {
    count += 1;
    return `${Math.floor(clock.now().getTime() / 1000)}.${String(count).padStart(6, '0')}`;
  };

  const colleague = (name: PersonName | 'stranger'): Colleague => {
    const user = slackUserOf(name);
    let formsSeen = 0;
    const press = async (label: string, times: number) => {
      const button = newestButton(server.messagesOf(user), label);
      await Promise.all(Array.from({ length: times }, () => requests.press({ user, ...button }).send()));
      await service.settled();
    };
    const submit = async (typed: Typed): Promise<SeenForm | null> => {
      const view = server.viewsOf(user).at(-1);
      if (view === undefined || server.viewsOf(user).length <= formsSeen) throw new Error('no form is open');
      const response = await requests.submit({ user, view, values: typed }).send();
      await service.settled();
      const errors = errorsOf(response);
      if (errors === null) formsSeen = server.viewsOf(user).length;
      return errors === null ? null : { words: `${wordsOf(view)}\n${Object.values(errors).join('\n')}` };
    };
    return {
      writes: async (text) => {
        const ts = newTs();
        const message = requests.message({ user, text, ts, literal: true });
        await expectOk(message.send());
        const written: Written = {
          key: ts,
          again: async (times, how) => {
            const send = (_: unknown, index: number) => expectOk(message.send({ retry: (index % 3) + 1 }));
            if (how === 'at once') await Promise.all(Array.from({ length: times }, send));
            else for (let index = 0; index < times; index += 1) await send(null, index);
            await service.settled();
          },
        };
        return written;
      },
      mentions: async (channel, text) => {
        await expectOk(requests.mention({ user, channel, text, ts: newTs(), literal: true }).send());
        await service.settled();
      },
      edits: async (written, text) => {
        await expectOk(
          requests.edit({ user, ts: written.key, text, editedTs: newTs(), literal: true }).send(),
        );
        await service.settled();
      },
      presses: async (label, { times = 1 } = {}) => press(label, times),
      fillsIn: async (label, typed) => {
        await press(label, 1);
        return submit(typed);
      },
      correctsForm: submit,
      cards: async () => server.messagesOf(user).map(seen),
      previews: async () => server.messagesOf(user).map(({ text }) => text),
    };
  };

  return {
    name: 'Slack',
    url: service.url,
    colleague,
    channelCards: async (channel) => server.messagesIn(channel).map(seen),
    settled: service.settled,
    everythingSent: () => JSON.stringify(server.calls),
    objections: () => server.calls.flatMap(objectionsTo),
    logLines: () => running.lines,
    later: clock.later,
    stop: running.stop,
  };
}

function seen({ words, buttons, pictures }: SlackMessageSeen): SeenCard {
  return { words, buttons: buttons.map((one) => one.label), pictures };
}

/** What Slack would refuse of one call, or read as a link or a call of people. */
function objectionsTo({ method, args }: SlackCall): readonly string[] {
  if (args.view !== undefined) return breachesOfView(args.view);
  if (!method.startsWith('chat.post') && method !== 'chat.update') return [];
  const text = String(args.text ?? '');
  return [
    ...breachesOfMessage({ text, blocks: args.blocks ?? [] }),
    ...(/[<>]/.test(text) ? [`a link or call in: ${text.slice(0, 40)}`] : []),
  ];
}

async function expectOk(sending: Promise<SlackResponse>): Promise<void> {
  const { status, text } = await sending;
  if (status !== 200) throw new Error(`Slack was answered ${status}: ${text}`);
}

function errorsOf(response: SlackResponse): Record<string, string> | null {
  const body = response.json as { response_action?: string; errors?: Record<string, string> } | null;
  return body?.response_action === 'errors' ? (body.errors ?? {}) : null;
}
