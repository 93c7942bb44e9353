import type { Work } from '../../data/unitOfWork';
import type { Person } from '../../domain/person';
import { findWriter, type Writer } from '../../usecases/accounts/findWriter';
import { linkAccountByEmail } from '../../usecases/accounts/linkAccountByEmail';
import type { Answer } from '../model/conversationPort';
import type { Inbound } from '../model/inbound';
import { storeOutcomes } from '../outgoing/storeOutcomes';
import { routeInbound } from '../route/routeInbound';
import type { Turn } from '../turn';
import { unknownAccountCard, unknownAccountWords } from '../views/notes';
import type { Knowledge } from './createKnowledge';
import { noteRemoved } from './noteRemoved';

/** An unregistered account is answered once in this many minutes, and nothing else. */
const greetAgainMinutes = 10;

/** Handles one thing that came in: who it is, what they want, what is stored and what is sent, in one transaction. */
export async function takeTurn(
  work: Work,
  input: {
    knowledge: Knowledge;
    accountId: string;
    eventId: bigint;
    inbound: Inbound;
    writer: Writer;
    /** The address the platform has verified, where it was asked for. */
    verifiedEmail: string | null;
  },
): Promise<Answer> {
  const { accountId, inbound, knowledge } = input;
  const eventId = String(input.eventId);
  if (inbound.kind === 'removed') {
    await noteRemoved(work, accountId);
    return {};
  }
  // What was read while another turn of theirs was waited for may be older than that: somebody unknown is looked up again.
  // Stryker disable next-line ConditionalExpression,EqualityOperator: reads once more, or as it was in a race of two instances
  const writer = input.writer.person === null ? await findWriter(work.tx, accountId, work.now) : input.writer;
  // Stryker disable next-line ConditionalExpression: writes what is there already
  if (writer.unreachable)
    await work.tx.account.updateMany({ where: { id: accountId }, data: { unreachableSince: null } });
  const person = writer.person ?? (await personByEmail(work, input));
  const answered = {
    account: inbound.account,
    reference: writer.conversation,
    staffId: person?.staffId ?? null,
  };
  if (person === null) return answerUnknown(work, { ...input, account: writer, answered });
  const turn: Turn = {
    ...knowledge,
    work: work.as({ kind: 'staff', staffId: person.staffId }),
    person,
    accountId,
    inbound,
    eventId,
  };
  const outcomes = await routeInbound(turn);
  return storeOutcomes(work, { answered, inbound, eventId, outcomes });
}

/** The staff member whose e-mail address the platform has verified for an account that is not linked yet. */
async function personByEmail(
  work: Work,
  input: { accountId: string; verifiedEmail: string | null },
): Promise<Person | null> {
  const { accountId, verifiedEmail } = input;
  if (verifiedEmail === null) return null;
  await linkAccountByEmail(work.as({ kind: 'unregistered', accountId }), { accountId, verifiedEmail });
  return (await findWriter(work.tx, accountId, work.now)).person;
}

/** One polite answer with how to ask for access, and nothing else; what they wrote is not kept. */
async function answerUnknown(
  work: Work,
  input: {
    knowledge: Knowledge;
    accountId: string;
    eventId: bigint;
    inbound: Inbound;
    account: { greetedAt: Date | null };
    answered: { account: Inbound['account']; reference: unknown; staffId: null | string };
  },
): Promise<Answer> {
  const { inbound, account } = input;
  const { accessContact } = input.knowledge.settings;
  const view = unknownAccountCard(accessContact);
  const { kind, eventKey, sentAt } = inbound;
  await work.tx.inboundEvent.update({
    where: { id: input.eventId },
    data: { payload: { kind, eventKey, sentAt } },
  });
  if (['press', 'submit', 'command'].includes(kind)) return { message: unknownAccountWords(accessContact) };
  if (kind === 'edited' || kind === 'deleted' || kind === 'overheard') return {};
  const about = { answered: { ...input.answered, staffId: null }, inbound, eventId: String(input.eventId) };
  if (kind === 'opened') return storeOutcomes(work, { ...about, outcomes: [{ kind: 'home', view }] });
  const greeted = account.greetedAt;
  if (greeted !== null && work.now.getTime() - greeted.getTime() < greetAgainMinutes * 60_000) return {};
  if (kind !== 'installed')
    await work.tx.account.update({ where: { id: input.accountId }, data: { greetedAt: work.now } });
  return storeOutcomes(work, { ...about, outcomes: [{ kind: 'reply', view }] });
}
