import { randomUUID } from 'node:crypto';
import type { Draft } from '../../data/drafts';
import type { Gazetteer } from '../../data/gazetteer';
import { saveEncounters } from '../../data/saveEncounters';
import type { Work } from '../../data/unitOfWork';
import { type DraftChild, keptChildren } from '../../domain/draft';
import type { EncounterValues } from '../../domain/encounterRecord';
import { isJourney, isOnTheWay } from '../../domain/handOver';
import { minutesAfter, toLocalMinute } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { childColumns, encounterColumns } from '../encounters/encounterColumns';
import { type Refused, refused } from '../refusal';
import { isStillToCome, metAt } from './checkDraft';
import { findSameEncounters } from './findSameEncounters';
import { type NotOpen, withOpenDraft } from './withOpenDraft';

export interface SaveDraftInput {
  readonly draftId: string;
  /** The version the person saw. Saving an older one is refused: they would save what they have not read. */
  readonly version: number;
  /** The likely pupils that stood on the card: saving confirms them. Child key to pupil id. */
  readonly confirmed: Readonly<Record<string, string>>;
  /** Encounters shown as "looks the same", which the person has seen and wants to save beside. */
  readonly seenSame: readonly string[];
  readonly duplicateMinutes: number;
  /** After so many minutes on the way it is asked who took the child over. */
  readonly handOverMinutes: number;
  readonly gazetteer: Gazetteer;
}

/** `changed`: not what the person saw, so they are shown it again. `same`: another encounter has just been saved. */
export type DraftSaved =
  | { readonly kind: 'saved'; readonly draft: Draft }
  | { readonly kind: 'changed'; readonly draft: Draft }
  | { readonly kind: 'same'; readonly draft: Draft }
  | NotOpen
  | Refused;

/** Saves every child of a draft as an encounter, each with its first revision and its audit, or none of them. */
export async function saveDraft(work: Work, person: Person, input: SaveDraftInput): Promise<DraftSaved> {
  return withOpenDraft<DraftSaved>(work, person, input.draftId, async (draft) => {
    if (draft.version !== input.version) return { kind: 'changed', draft };
    const children = keptChildren(draft.children);
    if (children.length === 0)
      return refused('There is no child left in this draft. Throw it away, or write it again.');
    if (children.some((child) => isStillToCome(draft, child, work.now)))
      return refused('The time is still to come. Press Change and write when you met the child.');
    const chosen = children.map((child) => ({ child, childId: chosenPupil(child, input.confirmed) }));
    await waitForTheSame(work, chosen);
    for (const { child, childId } of chosen) {
      const same = await findSameEncounters(work.tx, metOf(draft, child, childId), input.duplicateMinutes);
      if (same.some((encounter) => !input.seenSame.includes(encounter.encounterId)))
        return { kind: 'same', draft };
    }
    await storeEncounters(work, person, draft, chosen, input);
    return { kind: 'saved', draft: { ...draft, state: 'saved', version: draft.version + 1 } };
  });
}

/** Two colleagues saving the same child at one moment: the second waits, and is then warned. */
async function waitForTheSame(
  work: Work,
  chosen: readonly { child: DraftChild; childId: string | null }[],
): Promise<void> {
  const keys = chosen.flatMap(({ child, childId }) => [
    `${child.fields.givenName ?? ''} ${child.fields.familyName ?? ''}`.toLowerCase(),
    ...(childId === null ? [] : [childId]),
  ]);
  // In one order for everybody, so that nobody waits in a circle.
  const inOrder = [...new Set(keys)].sort();
  await work.tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(key, 42)) FROM unnest(${inOrder}::text[]) AS key`;
}

function chosenPupil(child: DraftChild, confirmed: Readonly<Record<string, string>>): string | null {
  switch (child.choice.kind) {
    case 'child':
      return child.choice.childId;
    case 'none':
      return null;
    case 'open':
      return confirmed[child.key] ?? null;
  }
}

function metOf(draft: Draft, child: DraftChild, childId: string | null) {
  const { givenName, familyName, place } = child.fields;
  return { childId, givenName, familyName, placeName: place, occurredAt: metAt(draft, child) };
}

async function storeEncounters(
  work: Work,
  person: Person,
  draft: Draft,
  chosen: readonly { child: DraftChild; childId: string | null }[],
  { gazetteer, handOverMinutes }: Pick<SaveDraftInput, 'gazetteer' | 'handOverMinutes'>,
): Promise<void> {
  const agencyId = await controllerOf(work, person, draft);
  const records = chosen.map(({ child, childId }) => {
    const values = valuesOf(child, childId ?? randomUUID(), metAt(draft, child));
    return { encounterId: randomUUID(), child, isPupil: childId !== null, values };
  });
  await saveEncounters(work.tx, {
    draftId: draft.id,
    byId: person.staffId,
    now: work.now,
    saved: records.map(({ encounterId, child, isPupil, values }) => ({
      encounter: {
        id: encounterId,
        draftId: draft.id,
        draftChildKey: child.key,
        agencyId,
        recordedById: draft.staffId,
        savedAt: work.now,
        ...encounterColumns(values, gazetteer),
        timeStated: child.fields.occurredAt !== null,
        handOverAskAt: isOnTheWay(values) ? minutesAfter(work.now, handOverMinutes) : null,
      },
      values,
      unidentified: isPupil ? null : { id: values.childId, ...childColumns(child.fields, gazetteer) },
      arrived: child.fields.outcome === 'designated_place' && !child.underWay,
    })),
  });
  for (const record of records)
    work.audit({
      action: 'encounter.saved',
      subjectType: 'Encounter',
      subjectId: record.encounterId,
      fields: saidFields(record.child),
    });
}

/** The controller is the agency of who wrote it, also where the coordinator finishes the draft. */
async function controllerOf(work: Work, person: Person, draft: Draft): Promise<string> {
  if (draft.staffId === person.staffId) return person.agencyId;
  const writer = await work.tx.staffMember.findUniqueOrThrow({
    where: { id: draft.staffId },
    select: { agencyId: true },
  });
  return writer.agencyId;
}

/** The record of a child as saved: what was said, when it was met, and which pupil it is. */
function valuesOf(child: DraftChild, childId: string, occurredAt: Date): EncounterValues {
  return {
    ...child.fields,
    occurredAt: toLocalMinute(occurredAt),
    schoolSaid: child.schoolSaid,
    placeSaid: child.placeSaid,
    note: child.note,
    underWay: child.underWay && isJourney(child.fields.outcome),
    handedOverTo: null,
    handedOverAt: null,
    powerUsed: null,
    powerGrounds: [],
    noticeGiven: null,
    childId,
  };
}

function saidFields(child: DraftChild): string[] {
  return Object.entries(child.fields)
    .filter(([, value]) => value !== null)
    .map(([field]) => field);
}
