import type { Draft } from '../../data/drafts';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import { type DraftChild, keptChildren } from '../../domain/draft';
import { fromLocalMinute, toLocalDate } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { findDays } from '../days/findDay';
import { findSameEncounters, type SameEncounter } from './findSameEncounters';
import { confirmedBySave, type Match, matchChild } from './matchChild';

/** One child of a draft with what a person may see beside it. */
export interface ChildCheck {
  readonly child: DraftChild;
  readonly match: Match;
  /** Encounters that look the same, as far as the person may open them. */
  readonly same: readonly SameEncounter[];
  /** The ids of all that look the same, of those that the person may not open too. */
  readonly sameIds: readonly string[];
  /** On an Attendance Day, by when the child was met. */
  readonly onAttendanceDay: boolean;
  /** The time said is still to come: it can't be saved so. */
  readonly stillToCome: boolean;
}

/** All that a check card shows. */
export interface DraftCheck {
  readonly draft: Draft;
  readonly children: readonly ChildCheck[];
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
  const kept = keptChildren(draft.children);
  const moments = kept.map((child) => metAt(draft, child));
  const days = await findDays(work.tx, moments);
  const children: ChildCheck[] = [];
  for (const child of kept) {
    const match = await matchChild(work.tx, person, { child, sentAt: draft.sentAt });
    const met = metWhereAndWhen(draft, child, match);
    const found = await findSameEncounters(work.tx, met, input.duplicateMinutes);
    const same = found.filter((encounter) => mayOpen(person, encounter, work.now));
    children.push({
      child,
      match,
      same,
      sameIds: found.map((encounter) => encounter.encounterId),
      onAttendanceDay: days.has(toLocalDate(met.occurredAt)),
      stillToCome: isStillToCome(draft, child, work.now),
    });
  }
  await recordLookUps(work, person, draft.id, [
    ...children
      .flatMap((check) => shownIds(check.match))
      .map((childId) => ({ childId, level: 'recognise' as const })),
    ...children.flatMap((check) => check.same).map(({ childId }) => ({ childId, level: 'summary' as const })),
  ]);
  return { draft, children };
}

function mayOpen(person: Person, encounter: SameEncounter, now: Date): boolean {
  const ofToday = toLocalDate(encounter.occurredAt) === toLocalDate(now);
  return authorise(person, 'encounter.read', { ownerId: encounter.recordedById, ofToday }).allowed;
}

/** A time said that is more than five minutes ahead: nobody has met the child yet. */
export function isStillToCome(draft: Draft, child: DraftChild, now: Date): boolean {
  return metAt(draft, child).getTime() > now.getTime() + 5 * 60_000;
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

/** Each child's record shown, once for each draft and level. */
async function recordLookUps(
  work: Work,
  person: Person,
  draftId: string,
  shown: readonly { childId: string; level: 'recognise' | 'summary' }[],
) {
  if (shown.length === 0) return;
  const already = await work.tx.lookUp.findMany({
    where: { staffId: person.staffId, subjectId: draftId },
    select: { childId: true, level: true },
  });
  const seen = new Set(already.map(({ childId, level }) => `${level} ${childId}`));
  for (const { childId, level } of shown) {
    if (seen.has(`${level} ${childId}`)) continue;
    seen.add(`${level} ${childId}`);
    work.lookUp(person.staffId, {
      childId,
      level,
      reason: 'met now',
      subjectType: 'Draft',
      subjectId: draftId,
    });
  }
}
