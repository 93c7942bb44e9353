import type { Draft } from '../../data/drafts';
import type { PrismaClient } from '../../data/generated/client';
import { inOneTransaction, type Work } from '../../data/unitOfWork';
import { findPerson } from '../../usecases/accounts/findPerson';
import { checkDraft } from '../../usecases/drafts/checkDraft';
import { dueDrafts } from '../../usecases/drafts/dueDrafts';
import type { AccountKey } from '../model/inbound';
import type { Outcome, View } from '../model/outcome';
import { storeOutcomes } from '../outgoing/storeOutcomes';
import { draftCardName } from '../route/draftView';
import { checkCard } from '../views/checkCard';
import { movedOnCard } from '../views/notes';

/** Brings back unsaved drafts whose time has come, at the foot of their writer's chat. Each draft once. */
export async function remindDrafts(input: { prisma: PrismaClient; now: Date }): Promise<number> {
  return inOneTransaction({ ...input, actor: { kind: 'service' } }, async (work) => {
    const drafts = await dueDrafts(work.tx, input.now);
    for (const draft of drafts) {
      const view = await checkCardFor(
        work,
        draft,
        draft.staffId,
        'You wrote this earlier, and it is not saved yet.',
      );
      if (view === null) continue;
      const account = await work.tx.account.findUniqueOrThrow({ where: { id: draft.accountId } });
      await send(work, account, draft.staffId, [
        { kind: 'reply', view, keep: draftCardName(draft.id), replacing: movedOnCard },
      ]);
    }
    return drafts.length;
  });
}

/** Gives drafts left open at the day's close to the coordinators, and tells each writer. */
export async function tellCoordinators(
  work: Work,
  input: { handedOver: readonly Draft[]; coordinators: readonly string[] },
): Promise<void> {
  for (const draft of input.handedOver) {
    const account = await work.tx.account.findUniqueOrThrow({ where: { id: draft.accountId } });
    const writer = await findPerson(work.tx, draft.staffId, work.now);
    const left: View = {
      title: 'The day is closed',
      summary: 'An unsaved draft went to the coordinator',
      blocks: [
        {
          kind: 'text',
          text: 'A draft of yours was not saved. It went to the coordinator, who finishes it or asks you.',
        },
      ],
    };
    const told: Outcome[] = [];
    for (const staffId of input.coordinators) {
      const view = await checkCardFor(
        work,
        draft,
        staffId,
        `Left unsaved by ${writer?.name ?? 'a colleague'} when the day closed.`,
      );
      if (view !== null) told.push({ kind: 'tell', staffId, view, keep: draftCardName(draft.id) });
    }
    await send(work, account, draft.staffId, [
      { kind: 'reply', view: left, keep: draftCardName(draft.id), replacing: movedOnCard },
      ...told,
    ]);
  }
}

async function checkCardFor(work: Work, draft: Draft, staffId: string, news: string): Promise<View | null> {
  const person = await findPerson(work.tx, staffId, work.now);
  if (person === null) return null;
  const scheme = await work.tx.scheme.findUniqueOrThrow({ where: { id: 1 } });
  const check = await checkDraft(work, person, { draft, duplicateMinutes: scheme.duplicateMinutes });
  return checkCard({ check, now: work.now, news });
}

function send(
  work: Work,
  account: AccountKey & { conversation: unknown },
  staffId: string,
  outcomes: readonly Outcome[],
) {
  const { platform, tenant, userId, conversation } = account;
  const answered = { account: { platform, tenant, userId }, reference: conversation, staffId };
  return storeOutcomes(work, { answered, inbound: null, eventId: null, outcomes });
}
