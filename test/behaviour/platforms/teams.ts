import { createHash } from 'node:crypto';
import { objectionsToCard } from '../../helpers/adaptiveLimits';
import type { TestDatabase } from '../../helpers/database';
import type { PersonName } from '../../helpers/seedScheme';
import { type Answered, buttonsOf, picturesOf, textOf } from '../../helpers/teams';
import { startTeamsService } from '../../helpers/teamsService';
import type { Colleague, RunningPlatform, SeenCard, SeenForm, Typed, Written } from './platform';

/** A made-up object id that is the same for the same person. */
function userIdOf(name: PersonName | 'stranger'): string {
  const hash = createHash('sha256').update(name).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** Teams: real activities with real tokens, and a stand-in for Microsoft's servers. */
export async function startTeams(
  db: TestDatabase,
  options: { withDay?: boolean } = {},
): Promise<RunningPlatform> {
  const running = await startTeamsService(db, { userIdOf, ...options });
  const { service, clock, server, activities } = running;
  const seen = (card: unknown): SeenCard => ({
    words: textOf(card),
    buttons: buttonsOf(card).map((one) => one.title),
    pictures: picturesOf(card),
  });
  /** Cards and forms that went back in the answer to a request. */
  const drawn: unknown[] = [];
  let count = 0;
  const timestamp = () => {
    count += 1;
    return new Date(clock.now().getTime() + count).toISOString();
  };

  const colleague = (name: PersonName | 'stranger'): Colleague => {
    const person = activities.person({ aadObjectId: userIdOf(name), name });
    /** Cards replaced by the answer to a press: the client shows them in place of the message's. */
    const replaced = new Map<string, unknown>();
    let openForm: unknown = null;
    const messages = () =>
      // A private chat that the bot opened itself is the same chat to the person.
      [person.conversation, server.openedFor(person.fromId)].flatMap(server.messagesOf).map((message) => ({
        ...message,
        card: replaced.get(`${message.id}:${message.edits}`) ?? message.card,
        edits: message.edits,
      }));
    const press = async (label: string, times: number) => {
      const message = [...messages()]
        .reverse()
        .find((one) => buttonsOf(one.card).some((b) => b.title === label));
      const button = message && buttonsOf(message.card).find((one) => one.title === label);
      if (!message || !button)
        throw new Error(
          `No button "${label}" in:\n${messages()
            .map((m) => textOf(m.card))
            .join('\n---\n')}`,
        );
      const on = { messageRef: message.id };
      const answers = await Promise.all(
        Array.from({ length: times }, () => {
          const unusual = { timestamp: timestamp() };
          return button.opensForm
            ? person.opensForm(button.token, on, unusual)
            : person.presses(button.token, on, unusual);
        }),
      );
      await service.settled();
      for (const answer of answers) takeAnswer(answer, message, button.opensForm);
    };
    const takeAnswer = (answer: Answered, message: { id: string; edits: number }, opensForm: boolean) => {
      if (answer.status !== 200) throw new Error(`Teams was answered ${answer.status}`);
      const body = answer.body as { type?: string; value?: unknown; task?: { type?: string } } | null;
      if (body?.type === 'application/vnd.microsoft.card.adaptive') {
        replaced.set(`${message.id}:${message.edits}`, body.value);
        drawn.push(body.value);
      }
      if (opensForm && body?.task?.type === 'continue') {
        openForm = activities.formIn(answer);
        drawn.push(openForm);
      }
    };
    const submit = async (typed: Typed): Promise<SeenForm | null> => {
      if (openForm === null) throw new Error('no form is open');
      const answer = await person.submits(openForm, typed, { timestamp: timestamp() });
      await service.settled();
      const body = answer.body as { task?: { type?: string } } | null;
      if (body?.task?.type !== 'continue') {
        openForm = null;
        return null;
      }
      openForm = activities.formIn(answer);
      drawn.push(openForm);
      return { words: textOf(openForm) };
    };
    return {
      writes: async (text) => {
        const answer = await person.writes(text, { timestamp: timestamp() });
        expectOk(answer);
        const written: Written = {
          key: answer.activity.id,
          again: async (times, how) => {
            // Teams re-sends at times under a new id: same conversation, sender, timestamp and text.
            const send = async (_: unknown, index: number) =>
              expectOk(
                await activities.send({
                  ...answer.activity,
                  ...(index % 2 === 1 && { id: `${answer.activity.id}-${index}` }),
                }),
              );
            if (how === 'at once') await Promise.all(Array.from({ length: times }, send));
            else for (let index = 0; index < times; index += 1) await send(null, index);
            await service.settled();
          },
        };
        return written;
      },
      mentions: async (channel, text) => {
        expectOk(await person.mentions(channel, text, { timestamp: timestamp() }));
        await service.settled();
      },
      edits: async (written, text) => {
        expectOk(await person.edits(written.key, text, { timestamp: timestamp() }));
        await service.settled();
      },
      presses: async (label, { times = 1 } = {}) => press(label, times),
      fillsIn: async (label, typed) => {
        await press(label, 1);
        return submit(typed);
      },
      correctsForm: submit,
      cards: async () => messages().map((message) => seen(message.card)),
      previews: async () => messages().map((message) => String(message.activity.summary ?? '')),
    };
  };

  return {
    name: 'Teams',
    url: service.url,
    colleague,
    channelCards: async (channel) =>
      server
        .conversations()
        .filter((conversation) => conversation.startsWith(channel))
        .flatMap((conversation) => server.messagesOf(conversation).map((message) => seen(message.card))),
    settled: service.settled,
    everythingSent: () => JSON.stringify(server.calls),
    objections: () => [
      ...server.calls.flatMap(({ status, method, path }) =>
        status === 'hung' || status >= 400 ? [`${method} ${path}: ${status}`] : [],
      ),
      ...[...server.calls.flatMap(({ body }) => cardsIn(body)), ...drawn].flatMap((card) =>
        typeof card === 'object' && card !== null ? objectionsToCard(card) : [],
      ),
      // A message's own text is where Teams reads mentions; the card says everything.
      ...server.calls.flatMap(({ body }) =>
        typeof body === 'object' && body !== null && ('text' in body || 'entities' in body)
          ? ['text beside the card']
          : [],
      ),
    ],
    logLines: () => running.lines,
    later: clock.later,
    stop: running.stop,
  };
}

function cardsIn(activity: unknown): unknown[] {
  if (typeof activity !== 'object' || activity === null || !('attachments' in activity)) return [];
  const { attachments } = activity;
  return Array.isArray(attachments) ? attachments.map((one: { content?: unknown }) => one.content) : [];
}

function expectOk(answer: Answered): void {
  if (answer.status >= 300)
    throw new Error(`Teams was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}
