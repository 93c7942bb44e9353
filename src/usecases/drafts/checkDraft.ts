import type { Draft } from '../../data/drafts';
import type { Work } from '../../data/unitOfWork';
import { type DraftChild, keptChildren } from '../../domain/draft';
import { fromLocalMinute } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { findDay } from '../days/findDay';
import { findSameEncounters, type SameEncounter } from './findSameEncounters';
import { confirmedBySave, type Match, matchChild } from './matchChild';

/** One child of a draft with what a person may see beside it. */
export interface ChildCheck {
  readonly child: DraftChild;
  readonly match: Match;
  readonly same: readonly SameEncounter[];
}

/** All that a check card shows. */
export interface DraftCheck {
  readonly draft: Draft;
  readonly children: readonly ChildCheck[];
  /** Whether there is an Attendance Day on the day of the message. */
  readonly onAttendanceDay: boolean;
}

/**
 * Puts together what a person is shown before saving, and records every candidate shown as a look-up ("met now"), once
 * for each draft.
 */
export async function checkDraft(
  work: Work,
  person: Person,
  input: { draft: Draft; duplicateMinutes: number },
): Promise<DraftCheck> {
  const { draft } = input;
  const children: ChildCheck[] = [];
  for (const child of keptChildren(draft.children)) {
    const match = await matchChild(work.tx, person, { child, sentAt: draft.sentAt, ownerId: draft.staffId });
    const same = await findSameEncounters(
      work.tx,
      metWhereAndWhen(draft, child, match),
      input.duplicateMinutes,
    );
    children.push({ child, match, same });
  }
  await recordLookUps(
    work,
    person,
    draft.id,
    children.flatMap((check) => shownIds(check.match)),
  );
  const day = await findDay(work.tx, draft.sentAt);
  return { draft, children, onAttendanceDay: day !== null };
}

/** When a child was met: as said, or when the message was written. */
export function metAt(draft: Draft, child: DraftChild): Date {
  return child.fields.occurredAt === null ? draft.sentAt : fromLocalMinute(child.fields.occurredAt);
}

function metWhereAndWhen(draft: Draft, child: DraftChild, match: Match) {
  const childId =
    match.kind === 'chosen' ? match.pupil.childId : (confirmedBySave(match)?.pupil.childId ?? null);
  return {
    childId,
    givenName: child.fields.givenName,
    familyName: child.fields.familyName,
    placeName: child.fields.place,
    occurredAt: metAt(draft, child),
  };
}

function shownIds(match: Match): readonly string[] {
  switch (match.kind) {
    case 'candidates':
      return match.candidates.map((candidate) => candidate.pupil.childId);
    case 'chosen':
      return [match.pupil.childId];
    default:
      return [];
  }
}

async function recordLookUps(work: Work, person: Person, draftId: string, childIds: readonly string[]) {
  if (childIds.length === 0) return;
  const already = await work.tx.lookUp.findMany({
    where: { staffId: person.staffId, subjectId: draftId, childId: { in: [...childIds] } },
    select: { childId: true },
  });
  const seen = new Set(already.map((row) => row.childId));
  for (const childId of new Set(childIds)) {
    if (seen.has(childId)) continue;
    work.lookUp(person.staffId, {
      childId,
      level: 'recognise',
      reason: 'met now',
      subjectType: 'Draft',
      subjectId: draftId,
    });
  }
}
