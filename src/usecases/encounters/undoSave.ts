import { type Draft, lockDraft, toDraft } from '../../data/drafts';
import { type Encounter, encountersOfDraft } from '../../data/encounters';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { DraftChild } from '../../domain/draft';
import { encounterFieldsSchema } from '../../domain/encounterFields';
import { minutesAfter } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { draftIsGone, type Refused, refused } from '../refusal';

/**
 * Takes back what was saved from a draft, within the scheme's minutes. The encounters stay as undone, with a revision;
 * what was written becomes a draft again, so that nothing is lost. `already`: it was undone before.
 */
export async function undoSave(
  work: Work,
  person: Person,
  input: { draftId: string; undoMinutes: number; remindMinutes: number },
): Promise<{ kind: 'undone'; draft: Draft; references: readonly number[] } | { kind: 'already' } | Refused> {
  const draft = await lockDraft(work.tx, input.draftId);
  if (draft === null) return draftIsGone;
  const encounters = await encountersOfDraft(work.tx, draft.id);
  const first = encounters[0];
  if (first === undefined) return draftIsGone;
  if (encounters.every((encounter) => encounter.state === 'undone')) return { kind: 'already' };
  const decision = authorise(person, 'encounter.undo', {
    ownerId: first.recordedById,
    savedAt: first.savedAt,
    undoMinutes: input.undoMinutes,
    now: work.now,
  });
  if (!decision.allowed) return refused(decision.sentence);
  for (const encounter of encounters) {
    const number = encounter.revision + 1;
    await work.tx.encounter.update({
      where: { id: encounter.id },
      data: { state: 'undone', revision: number, handOverAskAt: null },
    });
    await work.tx.encounterRevision.create({
      data: {
        encounterId: encounter.id,
        number,
        kind: 'undone',
        byId: person.staffId,
        at: work.now,
        values: encounter.values,
      },
    });
    work.audit({
      action: 'encounter.undone',
      subjectType: 'Encounter',
      subjectId: encounter.id,
      fields: ['state'],
    });
  }
  const again = await work.tx.draft.create({
    data: {
      staffId: draft.staffId,
      accountId: draft.accountId,
      sources: [...draft.sources],
      children: draft.children.map((child) => asSaved(child, encounters)),
      sentAt: draft.sentAt,
      remindAt: minutesAfter(work.now, input.remindMinutes),
      createdAt: work.now,
    },
  });
  // A worry stays with its child: it goes with the draft into the next record, and until then it stays with this one.
  await work.tx.$executeRaw`
    UPDATE "Concern" c SET "draftId" = ${again.id}::uuid, "draftChildKey" = e."draftChildKey"
    FROM "Encounter" e WHERE e."draftId" = ${draft.id}::uuid AND c."encounterId" = e.id`;
  work.audit({ action: 'draft.begun', subjectType: 'Draft', subjectId: again.id, fields: ['children'] });
  return {
    kind: 'undone',
    draft: toDraft(again),
    references: encounters.map((encounter) => encounter.number),
  };
}

/** The child as it was recorded last: what was changed after saving is not lost by undoing. */
function asSaved(child: DraftChild, encounters: readonly Encounter[]): DraftChild {
  const encounter = encounters.find((one) => one.draftChildKey === child.key);
  if (encounter === undefined) return child;
  const { schoolSaid, placeSaid, note, underWay, childId: _, ...said } = encounter.values;
  const fields = encounterFieldsSchema.parse(said);
  const occurredAt = encounter.timeStated ? fields.occurredAt : null;
  return { ...child, fields: { ...fields, occurredAt }, schoolSaid, placeSaid, note, underWay };
}
