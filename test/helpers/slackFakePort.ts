import type { Answer, ConversationPort } from '../../src/conversation/model/conversationPort';
import type { Option } from '../../src/conversation/model/form';
import { type Inbound, inboundSchema } from '../../src/conversation/model/inbound';

/** A conversation that only writes down what reaches it. */
export interface FakePort extends ConversationPort {
  readonly received: Inbound[];
  readonly asked: { query: string; source: string; user: string }[];
  /** What presses, forms and commands are answered with from now on. */
  answer: Answer;
  suggestions: readonly Option[];
  /** The database is away: everything throws. */
  away: boolean;
  /** What presses, forms and commands fail with from now on. */
  failure: Error | null;
  /** Called before a message counts as stored. */
  beforeStored: () => Promise<void>;
}

/** Everything it gets must be a valid Inbound, as the real conversation demands. */
export function fakePort(): FakePort {
  const take = (inbound: Inbound) => {
    if (port.away) throw new Error('the database is away: kai brown');
    port.received.push(inboundSchema.parse(inbound));
  };
  const port: FakePort = {
    received: [],
    asked: [],
    answer: {},
    suggestions: [],
    away: false,
    failure: null,
    beforeStored: async () => {},
    receive: async (inbound) => {
      await port.beforeStored();
      take(inbound);
    },
    respond: async (inbound) => {
      if (port.failure !== null) throw port.failure;
      take(inbound);
      return port.answer;
    },
    suggest: async ({ account, source, query }) => {
      if (port.away) throw new Error('the database is away');
      port.asked.push({ query, source, user: account.userId });
      return port.suggestions;
    },
  };
  return port;
}
