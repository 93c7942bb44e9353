import type { Draft } from '../../data/drafts';
import { keptChildren } from '../../domain/draft';
import { changeDraft } from '../../usecases/drafts/changeDraft';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { noticeSigns } from '../understand/concern/noticeSigns';
import type { Amendment, Reading } from '../understand/reading';
import { whichDraftCard } from '../views/draftCards';
import { movedOnCard } from '../views/notes';
import { amendmentWords } from '../views/wording/amendmentWords';
import { applyAmendment, readAmendment, type ShortAnswer, signsWith } from './applyAmendment';
import { draftCardName, draftView } from './draftView';
import { refusal } from './refusal';
import { withWorriedWords } from './worriedWords';

/** How many open drafts a short answer is held against, newest first. */
const draftsConsidered = 5;

/**
 * A short answer amends the draft it fits. With several that it fits equally well, the person is asked which.
 * @returns null where the message is no amendment of any open draft
 */
export async function amendDrafts(
  turn: Turn,
  drafts: readonly Draft[],
  answer: ShortAnswer,
): Promise<readonly Outcome[] | null> {
  const reading = turn.understanding.read(answer);
  const fits = drafts
    .slice(-draftsConsidered)
    .filter((draft) => correcting.test(answer.text) || !isAnotherEncounter(reading, draft))
    .map((draft) => ({ draft, amendment: readAmendment(turn, draft, answer) }))
    .filter((fit): fit is { draft: Draft; amendment: Amendment } => fit.amendment !== null);
  const clear = fits.filter((fit) => fit.amendment.fit === 'clear');
  const best = clear.length > 0 ? clear : fits;
  if (best.length === 0) return null;
  return amendOrAsk(
    turn,
    preferFresh(best, turn.work.now).map((fit) => fit.draft),
    answer,
  );
}

/** Amends the one draft that may be meant; with several, the person is asked which. */
export async function amendOrAsk(
  turn: Turn,
  drafts: readonly Draft[],
  answer: ShortAnswer,
): Promise<readonly Outcome[]> {
  const [only, another] = drafts;
  if (only !== undefined && another === undefined) return amendDraft(turn, only.id, answer);
  const view = whichDraftCard({
    drafts: drafts.slice(-draftsConsidered),
    eventId: turn.eventId,
    now: turn.work.now,
  });
  return [{ kind: 'reply', view }];
}

/** Written minutes after one draft, an answer belongs to it, not to one left long before. */
const freshMs = 5 * 60_000;

function preferFresh<T extends { draft: Draft }>(fits: readonly T[], now: Date): readonly T[] {
  const fresh = fits.filter(({ draft }) => now.getTime() - draft.createdAt.getTime() < freshMs);
  return fresh.length === 1 ? fresh : fits;
}

/** Words by which people say that they put something right. */
const correcting = /\b(not|sorry|actually|meant|correction|should be|wrong)\b/i;

/**
 * A message that by itself tells of a child met, and where or when otherwise than the draft says: another encounter, be
 * it of the same child. It never overwrites the draft.
 */
function isAnotherEncounter(reading: Reading, draft: Draft): boolean {
  const children = keptChildren(draft.children);
  return reading.encounters.some((read) =>
    children.every(({ fields }) =>
      (['givenName', 'familyName', 'place', 'occurredAt'] as const).some(
        (field) => read[field] !== null && fields[field] !== null && read[field] !== fields[field],
      ),
    ),
  );
}

/** Amends one draft and shows it again at the foot of the chat, where the person is looking. */
export async function amendDraft(
  turn: Turn,
  draftId: string,
  answer: ShortAnswer,
): Promise<readonly Outcome[]> {
  let news: string | null = null;
  const outcome = await changeDraft(turn.work, turn.person, {
    draftId,
    action: 'draft.amended',
    fields: ['children'],
    source: { messageKey: answer.messageKey, text: answer.text, sentAt: answer.sentAt, part: 'amendment' },
    remindMinutes: turn.settings.draftReminderMinutes,
    change: (draft) => {
      const amendment = readAmendment(turn, draft, answer);
      if (amendment === null) {
        const worried = withWorriedWords(turn, draft, answer);
        news = worried?.news ?? null;
        return worried?.children ?? draft.children;
      }
      news = amendmentWords(amendment);
      // A sign in the answer is one of the draft: it is not said of whom.
      return applyAmendment(draft.children, amendment).map((child) => ({
        ...child,
        signs: signsWith(child, noticeSigns(answer.text)),
      }));
    },
  });
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  const view = await draftView(turn, outcome.draft, news);
  return [{ kind: 'reply', view, keep: draftCardName(draftId), replacing: movedOnCard }];
}
