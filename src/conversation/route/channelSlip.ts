import type { Intent } from '../../domain/encounterTerms';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import type { Reading } from '../understand/reading';
import { noteCard } from '../views/notes';

/** What in a channel may name a child: whoever wrote it is asked to delete it. */
const mayNameAChild: readonly Intent[] = ['log_encounter', 'find_child', 'complete_visit'];

/** Whether a post that does not mention the bot names a child: an encounter, or a question about one, with a name. */
export function namesAChild(reading: Reading): boolean {
  const named = [...reading.encounters, ...(reading.person === null ? [] : [reading.person])];
  return named.some(({ givenName, familyName }) => givenName !== null && familyName !== null);
}

/**
 * Said in a channel: answered in private, and in the channel only that it was, without any detail. Where a child may
 * have been named, the writer is asked to delete it, and the slip is counted: that it was, not what was written.
 */
export async function inPrivate(
  turn: Turn,
  words: string,
  outcomes: readonly Outcome[],
): Promise<readonly Outcome[]> {
  const { inbound, understanding, work } = turn;
  if (inbound.location.kind === 'private') return outcomes;
  const { intent } = understanding.read({ sentAt: inbound.sentAt, text: words });
  const drafted = outcomes.some((outcome) => outcome.kind === 'reply' && outcome.keep !== undefined);
  const isSlip = drafted || mayNameAChild.includes(intent);
  if (isSlip) {
    const { platform, tenant } = inbound.account;
    await work.tx.channelSlip.create({
      data: {
        at: work.now,
        platform,
        tenant,
        conversation: inbound.location.conversation,
        staffId: turn.person.staffId,
        mentioned: inbound.kind !== 'overheard',
      },
    });
  }
  const sentence = isSlip
    ? 'I’ve taken this to our private chat. Please delete your message here: others can read it.'
    : 'I’ve answered in our private chat.';
  return [{ kind: 'replyInChannel', view: noteCard(sentence) }, ...outcomes];
}
