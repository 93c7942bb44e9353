import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SlackRequest, slackRequests } from '../helpers/slackRequests';
import type { SlackServer } from '../helpers/slackServer';
import { slackUserOf } from '../helpers/slackService';

/** A message that the service has acknowledged: from here on it must not be lost. */
export interface Acknowledged {
  readonly user: string;
  /** The made-up child in it, a name that no other message has. */
  readonly child: string;
}

/** Officers who write, wait for the card, press Save, wait for the receipt, and begin again. */
export interface OfficersAtWork {
  readonly acknowledged: readonly Acknowledged[];
  /** How much has happened so far: requests that were answered. */
  answered(): number;
  /** Each finishes the request they are in, and stops. */
  stop(): Promise<void>;
}

export const signingSecret = 'a signing secret for tests';
export const team = 'T0ROLLCALL';
const officers = ['osei', 'rowe', 'marsh', 'hale', 'whitlock'] as const;

/**
 * Sets them to work. `service` says where a living service is, null while there is none. What is not answered 200 is
 * sent again, as Slack does with an event, and as a person does who sees no receipt.
 */
export function officersAtWork(input: { slack: SlackServer; service: () => string | null }): OfficersAtWork {
  const { slack } = input;
  const acknowledged: Acknowledged[] = [];
  let answered = 0;
  let stopping = false;
  let children = 0;
  const requests = slackRequests({
    signingSecret,
    team,
    get baseUrl() {
      return input.service() ?? 'http://127.0.0.1:9';
    },
  });

  // How long a card may take among services that are killed is not theirs to say: the test ends by its own time.
  const comes = (condition: () => boolean) => slack.until(() => stopping || condition(), 600_000);
  const isTaken = async (request: SlackRequest, retry: number): Promise<boolean> => {
    const { status } = await request.send(retry > 0 ? { retry } : {}).catch(() => ({ status: 0 }));
    if (status === 200) answered += 1;
    // Nobody is there: look again when something else has had its turn.
    else await nextTurn();
    return status === 200;
  };

  const work = async (user: string) => {
    while (!stopping) {
      children += 1;
      const child = `Ann Hark${letters(children)}`;
      const text = `${child} 14 costello, festival place just now, alone, no reason, advised`;
      const message = requests.message({ user, text });
      for (let retry = 0; ; retry += 1) {
        await comes(() => input.service() !== null);
        if (stopping) return;
        if (await isTaken(message, retry)) break;
      }
      acknowledged.push({ user, child });
      const cardOf = () => slack.messagesOf(user).find(({ words }) => words.includes(child));
      await comes(() => cardOf() !== undefined);
      const isSaved = () => /Saved as E-\d+/.test(cardOf()?.words ?? '');
      while (!stopping && !isSaved()) {
        await comes(() => input.service() !== null);
        const at = input.service();
        const card = cardOf();
        const token = card?.buttons.find(({ label }) => label === 'Save')?.token;
        if (card === undefined || token === undefined || stopping) continue;
        await isTaken(requests.press({ user, token, messageTs: card.ts }), 0);
        // No receipt from a service that has ended: pressed again.
        await comes(() => isSaved() || input.service() !== at);
      }
    }
  };

  const working = Promise.all(officers.map((name) => work(slackUserOf(name))));
  // A failure is told by stop(), not as an unhandled rejection meanwhile.
  working.catch(() => undefined);
  return {
    acknowledged,
    answered: () => answered,
    stop: async () => {
      stopping = true;
      await working;
    },
  };
}

/** 1 is aab, 2 is aac: names of letters alone, each once. */
function letters(count: number): string {
  return [26 * 26, 26, 1].map((place) => String.fromCharCode(97 + (Math.floor(count / place) % 26))).join('');
}
