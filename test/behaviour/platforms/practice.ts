import { randomUUID } from 'node:crypto';
import { objectionsToCard } from '../../helpers/adaptiveLimits';
import type { TestDatabase } from '../../helpers/database';
import { type PersonName, people } from '../../helpers/seedScheme';
import { breachesOfMessage } from '../../helpers/slackLimits';
import { buttonsOf, fillIn, picturesOf, textOf } from '../../helpers/teams';
import type { Colleague, RunningPlatform, SeenForm, Typed, Written } from './platform';
import { startForTest } from './startForTest';

interface Message {
  id: number;
  author: { kind: string };
  deleted: boolean;
  card: { summary: string; adaptive: unknown } | null;
}

const userIdOf = (name: PersonName | 'stranger') => name;

/** The practice room, by the requests its page makes. */
export async function startPractice(
  db: TestDatabase,
  options: { withDay?: boolean } = {},
): Promise<RunningPlatform> {
  const running = await startForTest({
    db,
    platform: 'practice',
    tenant: 'practice',
    userIdOf,
    environment: {},
    ...options,
  });
  const { service, clock } = running;
  await db.prisma.account.create({ data: { platform: 'practice', tenant: 'practice', userId: 'stranger' } });
  const sent: string[] = [];
  const call = async (
    method: 'GET' | 'POST',
    path: string,
    body?: object,
  ): Promise<{ status: number; body: Record<string, unknown> }> => {
    const response = await fetch(`${service.url}/practice/api${path}`, {
      method,
      headers: { origin: service.url, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!path.startsWith('/people')) sent.push(text);
    if (response.status >= 500) throw new Error(`The practice room answered ${response.status}: ${text}`);
    return {
      status: response.status,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    };
  };
  const messagesOf = async (as: string, conversation: string): Promise<Message[]> => {
    const answer = await call('GET', `/messages?as=${as}&conversation=${encodeURIComponent(conversation)}`);
    return ((answer.body.messages ?? []) as Message[]).filter(
      (one) => one.author.kind === 'bot' && !one.deleted,
    );
  };
  const seen = (message: Message) => ({
    words: textOf(message.card?.adaptive),
    buttons: buttonsOf(message.card?.adaptive).map((one) => one.title),
    pictures: picturesOf(message.card?.adaptive),
  });

  const colleague = (name: PersonName | 'stranger'): Colleague => {
    const as = userIdOf(name);
    const conversation = `private:${as}`;
    let openForm: unknown = null;
    const press = async (label: string, times: number) => {
      const cards = await messagesOf(as, conversation);
      const message = [...cards]
        .reverse()
        .find((one) => buttonsOf(one.card?.adaptive).some((b) => b.title === label));
      const token = message && buttonsOf(message.card?.adaptive).find((one) => one.title === label)?.token;
      if (!message || !token)
        throw new Error(`No button "${label}" in:\n${cards.map((one) => seen(one).words).join('\n---\n')}`);
      const answers = await Promise.all(
        Array.from({ length: times }, () =>
          call('POST', '/press', { as, messageId: message.id, token, requestId: randomUUID() }),
        ),
      );
      await service.settled();
      const form = answers[0]?.body.openForm as { adaptive: unknown } | null | undefined;
      if (form) openForm = form.adaptive;
    };
    const submit = async (typed: Typed): Promise<SeenForm | null> => {
      if (openForm === null) throw new Error('no form is open');
      const answer = await call('POST', '/submit', {
        as,
        conversation,
        data: fillIn(openForm, typed),
        requestId: randomUUID(),
      });
      await service.settled();
      const again = answer.body.formErrors as { adaptive: unknown } | null | undefined;
      openForm = again ? again.adaptive : null;
      return again ? { words: textOf(again.adaptive) } : null;
    };
    return {
      writes: async (text) => {
        const body = { as, conversation, text, requestId: randomUUID() };
        const answer = await call('POST', '/messages', body);
        const written: Written = {
          key: String((answer.body.message as Message).id),
          again: async (times, how) => {
            const send = () => call('POST', '/messages', body);
            if (how === 'at once') await Promise.all(Array.from({ length: times }, send));
            else for (let index = 0; index < times; index += 1) await send();
            await service.settled();
          },
        };
        return written;
      },
      mentions: async (channel, text) => {
        await call('POST', '/messages', {
          as,
          conversation: channel,
          text: `@Rollcall ${text}`,
          requestId: randomUUID(),
        });
        await service.settled();
      },
      edits: async (written, text) => {
        await call('POST', '/messages/edit', {
          as,
          messageId: Number(written.key),
          text,
          requestId: randomUUID(),
        });
        await service.settled();
      },
      presses: async (label, { times = 1 } = {}) => press(label, times),
      fillsIn: async (label, typed) => {
        await press(label, 1);
        return submit(typed);
      },
      correctsForm: submit,
      cards: async () => (await messagesOf(as, conversation)).map(seen),
      previews: async () => (await messagesOf(as, conversation)).map((one) => one.card?.summary ?? ''),
    };
  };

  return {
    name: 'the practice room',
    url: service.url,
    colleague,
    channelCards: async (channel) => (await messagesOf(Object.keys(people)[0] ?? '', channel)).map(seen),
    settled: service.settled,
    everythingSent: () => sent.join('\n'),
    objections: () => sent.flatMap((text) => (text === '' ? [] : objectionsIn(JSON.parse(text)))),
    logLines: () => running.lines,
    later: clock.later,
    stop: service.stop,
  };
}

/** What Microsoft's renderer or Slack would object to in the cards and forms of an answer. */
function objectionsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(objectionsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    if (name === 'adaptive' && typeof part === 'object' && part !== null) return objectionsToCard(part);
    if (name === 'slack' && typeof part === 'object' && part !== null && 'text' in part && 'blocks' in part)
      return breachesOfMessage({ text: String(part.text), blocks: part.blocks });
    return objectionsIn(part);
  });
}
