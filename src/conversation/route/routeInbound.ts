import { openDrafts } from '../../data/drafts';
import { minutesAfter } from '../../domain/localTime';
import { draftsToFinish } from '../../usecases/drafts/draftsToFinish';
import type { Inbound } from '../model/inbound';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { draftsCard } from '../views/draftCards';
import { homeCard } from '../views/homeCard';
import { helpCard, movedOnCard, noteCard } from '../views/notes';
import { inPrivate } from './channelSlip';
import { draftOfMessage } from './draftOfMessage';
import { draftCardName, draftView } from './draftView';
import { closeForm, findAction, findForm } from './findAction';
import { rereadMessage } from './rereadMessage';
import { routePress } from './routePress';
import { routeSubmit } from './routeSubmit';
import { routeReading, routeText } from './routeText';

/** How many drafts are brought back as cards; more are listed. */
const cardsBroughtBack = 2;

/** Everything that a known person can do, to what comes of it. */
export async function routeInbound(turn: Turn): Promise<readonly Outcome[]> {
  const { inbound } = turn;
  switch (inbound.kind) {
    case 'message':
      // An edit that overtook its message has begun the draft already, with the newer words.
      if ((await draftOfMessage(turn, inbound.messageKey)) !== null) return [];
      return withDraftsBroughtBack(turn, await inPrivate(turn, inbound.text, await routeText(turn, inbound)));
    case 'overheard':
      // Nobody spoke to the bot: it may take down an encounter, and changes nothing that is there.
      return inPrivate(turn, inbound.text, await routeReading(turn, inbound, []));
    case 'command':
      return routeText(turn, { text: inbound.text, sentAt: inbound.sentAt, messageKey: inbound.eventKey });
    case 'edited':
      return rereadMessage(turn, inbound);
    case 'deleted':
    case 'removed':
      return [];
    case 'press':
      return press(turn, inbound.token);
    case 'submit':
      return submit(turn, inbound);
    case 'opened':
      return [
        {
          kind: 'home',
          view: homeCard({ name: turn.person.name, drafts: await draftsToFinish(turn.work.tx, turn.person) }),
        },
      ];
    case 'installed':
      return [{ kind: 'reply', view: helpCard(`Hello. I keep the record on Attendance Days`) }];
  }
}

function mine(turn: Turn) {
  return openDrafts(turn.work.tx, turn.person.staffId);
}

async function press(turn: Turn, token: string): Promise<readonly Outcome[]> {
  const found = await findAction(turn, token);
  return found.kind === 'action'
    ? routePress(turn, found.action)
    : [{ kind: 'reply', view: noteCard(found.sentence) }];
}

async function submit(
  turn: Turn,
  inbound: Extract<Inbound, { kind: 'submit' }>,
): Promise<readonly Outcome[]> {
  const found = await findForm(turn, inbound.session);
  switch (found.kind) {
    case 'refused':
      return [{ kind: 'reply', view: noteCard(found.sentence) }];
    case 'again':
      return [];
    case 'form': {
      const outcomes = await routeSubmit(turn, inbound, found);
      if (!outcomes.some((outcome) => outcome.kind === 'formErrors')) await closeForm(turn, inbound.session);
      return outcomes;
    }
  }
}

/** When a person writes, drafts they left a while ago come back, at the foot of the chat. */
async function withDraftsBroughtBack(turn: Turn, outcomes: readonly Outcome[]): Promise<readonly Outcome[]> {
  const { work, settings } = turn;
  const shown = new Set(outcomes.map((outcome) => (outcome.kind === 'reply' ? outcome.keep : undefined)));
  const rows = await work.tx.draft.findMany({
    where: { staffId: turn.person.staffId, state: 'open', remindAt: { lte: work.now } },
    select: { id: true },
  });
  if (rows.length === 0) return outcomes;
  const due = new Set(rows.map((row) => row.id));
  const drafts = (await mine(turn)).filter(
    (draft) => due.has(draft.id) && !shown.has(draftCardName(draft.id)),
  );
  await work.tx.draft.updateMany({
    where: { id: { in: drafts.map((draft) => draft.id) } },
    data: { remindAt: minutesAfter(work.now, settings.draftReminderMinutes), remindedAt: work.now },
  });
  if (drafts.length > cardsBroughtBack)
    return [...outcomes, { kind: 'reply', view: draftsCard({ drafts, now: work.now }) }];
  const back: Outcome[] = [];
  for (const draft of drafts)
    back.push({
      kind: 'reply',
      view: await draftView(turn, draft, 'You wrote this earlier, and it is not saved yet.'),
      keep: draftCardName(draft.id),
      replacing: movedOnCard,
    });
  return [...outcomes, ...back];
}
