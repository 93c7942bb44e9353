import type { Draft } from '../../data/drafts';
import type { PrismaClient } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { findPerson } from '../../usecases/accounts/findPerson';
import { dueDraft, takeDueDraft } from '../../usecases/drafts/takeDueDraft';
import type { Log } from '../log';
import type { AccountKey } from '../model/inbound';
import type { Outcome, View } from '../model/outcome';
import { findRecipient } from '../outgoing/findRecipient';
import { storeOutcomes } from '../outgoing/storeOutcomes';
import { type Telling, tellStaff } from '../outgoing/tellStaff';
import { draftCardName, openDraftCard } from '../route/draftView';
import { movedOnCard } from '../views/notes';
import { atOnce, eachAlone } from './eachAlone';

/** Brings back unsaved drafts whose time has come, at the foot of their writer's chat. Each draft once. */
export async function remindDrafts(input: { prisma: PrismaClient; now: Date; log: Log }): Promise<number> {
  const { prisma, now, log } = input;
  const due = await prisma.draft.findMany({
    where: dueDraft(now),
    orderBy: { remindAt: 'asc' },
    take: atOnce,
    select: { id: true },
  });
  return eachAlone({ ...input, what: 'bringing a draft back', ids: due.map(({ id }) => id) }, (work, id) =>
    remindOne(work, id, log),
  );
}

async function remindOne(work: Work, id: string, log: Log): Promise<boolean> {
  const draft = await takeDueDraft(work.tx, id, work.now);
  if (draft === null) return false;
  const writer = await writersAccount(work, draft);
  const view = await checkCardFor(
    work,
    draft,
    draft.staffId,
    'You wrote this earlier, and it is not saved yet.',
  );
  if (writer === null || view === null) log.warn({ draftId: draft.id }, 'nobody to bring a draft back to');
  else
    await send(work, writer, draft.staffId, [
      { kind: 'reply', view, keep: draftCardName(draft.id), replacing: movedOnCard },
    ]);
  return true;
}

/**
 * Where a draft's writer is reached: the account it was written from, if that is still theirs, else another of theirs.
 * An account may have been given to somebody else since.
 */
async function writersAccount(work: Work, draft: Draft): Promise<ReachedAccount | null> {
  const account = await work.tx.account.findUnique({ where: { id: draft.accountId } });
  if (account !== null && account.staffId === draft.staffId) return account;
  const other = await findRecipient(work.tx, draft.staffId);
  return other === null ? null : { ...other.account, conversation: other.reference };
}

type ReachedAccount = AccountKey & { conversation: unknown };

/** Gives drafts left open at the day's close to the coordinators, and tells each writer. */
export async function tellCoordinators(
  work: Work,
  input: { handedOver: readonly Draft[]; coordinators: readonly string[] },
): Promise<void> {
  for (const draft of input.handedOver) {
    const account = await writersAccount(work, draft);
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
    const told: Telling[] = [];
    for (const staffId of input.coordinators) {
      const view = await checkCardFor(
        work,
        draft,
        staffId,
        `Left unsaved by ${writer?.name ?? 'a colleague'} when the day closed.`,
      );
      if (view !== null) told.push({ staffId, view, keep: draftCardName(draft.id) });
    }
    if (account !== null)
      await send(work, account, draft.staffId, [
        { kind: 'reply', view: left, keep: draftCardName(draft.id), replacing: movedOnCard },
      ]);
    await tellStaff(work, told, null);
  }
}

async function checkCardFor(work: Work, draft: Draft, staffId: string, news: string): Promise<View | null> {
  const person = await findPerson(work.tx, staffId, work.now);
  if (person === null) return null;
  const scheme = await work.tx.scheme.findUniqueOrThrow({ where: { id: 1 } });
  return openDraftCard({ work, person, settings: scheme, draft, news });
}

function send(work: Work, account: ReachedAccount, staffId: string, outcomes: readonly Outcome[]) {
  const { platform, tenant, userId, conversation } = account;
  const answered = { account: { platform, tenant, userId }, reference: conversation, staffId };
  return storeOutcomes(work, { answered, inbound: null, eventId: null, outcomes });
}
