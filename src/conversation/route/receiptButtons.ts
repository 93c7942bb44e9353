import { concernsOf } from '../../usecases/concerns/findConcern';
import { readEncounter } from '../../usecases/encounters/readEncounter';
import { recordNotice } from '../../usecases/encounters/recordNotice';
import type { ActionOf } from '../model/action';
import type { Outcome } from '../model/outcome';
import type { Turn } from '../turn';
import { longText } from '../views/build';
import { noticeCard } from '../views/noticeCard';
import { forceRecord } from '../views/wording/forceRecord';
import { refusal } from './refusal';

/** "Copy for force record": the paragraph alone, so that it can be copied in one go. */
export async function pressForceRecord(turn: Turn, encounterId: string): Promise<readonly Outcome[]> {
  const read = await readEncounter(
    turn.work,
    turn.person,
    { id: encounterId },
    'copied for the force record',
  );
  if (read.kind === 'refused') return refusal(read.sentence);
  const concerns = await concernsOf(turn.work.tx, [encounterId]);
  const title = 'For the force record: copy the paragraph';
  return [
    {
      kind: 'reply',
      view: { title, summary: title, blocks: longText(forceRecord(read.encounter, concerns)) },
    },
  ];
}

/** "Tell the child": the words to say, and where the privacy notice stands. */
export async function pressTellTheChild(turn: Turn, encounterId: string): Promise<readonly Outcome[]> {
  const read = await readEncounter(turn.work, turn.person, { id: encounterId }, 'met now');
  if (read.kind === 'refused') return refusal(read.sentence);
  return [{ kind: 'reply', view: noticeCard(read.encounter, turn.settings.privacyNoticeUrl) }];
}

export async function pressNoticeRecorded(
  turn: Turn,
  action: ActionOf<'notice.record'>,
): Promise<readonly Outcome[]> {
  const outcome = await recordNotice(turn.work, turn.person, action);
  if (outcome.kind === 'refused') return refusal(outcome.sentence);
  return [{ kind: 'replaceCard', view: noticeCard(outcome.encounter, turn.settings.privacyNoticeUrl) }];
}
