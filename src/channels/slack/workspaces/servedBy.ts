import type { ConversationPort } from '../../../conversation/model/conversationPort';
import type { Inbound } from '../../../conversation/model/inbound';

/**
 * The conversation as one of several workspaces reaches it. Where the writer belongs to another workspace (a Slack
 * Connect channel), what they wrote also says which one heard it: the answer can only leave through that one.
 */
export function servedBy(port: ConversationPort, team: string): ConversationPort {
  const through = (inbound: Inbound): Inbound => {
    if (inbound.account.tenant === team) return inbound;
    const location = { ...inbound.location, tenant: team };
    const reachedFirst = inbound.kind === 'message' || location.kind === 'channel';
    if (!reachedFirst) return { ...inbound, location };
    const told = typeof inbound.reference === 'object' ? inbound.reference : {};
    return { ...inbound, location, reference: { ...told, via: team } };
  };
  return {
    receive: (inbound) => port.receive(through(inbound)),
    respond: (inbound) => port.respond(through(inbound)),
    suggest: (input) => port.suggest(input),
  };
}
