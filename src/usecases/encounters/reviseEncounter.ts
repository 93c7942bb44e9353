import type { Encounter } from '../../data/encounters';
import type { Prisma } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { changedFields, type EncounterValues } from '../../domain/encounterRecord';
import { fromLocalMinute } from '../../domain/localTime';
import type { Person } from '../../domain/person';

/** What is recorded by steps of its own, beside the encounter form. */
export type KeptByForm = 'handedOverTo' | 'handedOverAt' | 'powerUsed' | 'powerGrounds' | 'noticeGiven';

/** A new state of an encounter: its columns, its next revision with who and when, and the audit of what changed. */
export async function reviseEncounter(
  work: Work,
  person: Person,
  input: {
    before: Encounter;
    after: EncounterValues;
    /** The columns of `after` that differ, and what hangs on them. */
    columns: Prisma.EncounterUncheckedUpdateInput;
    kind: 'changed' | 'corrected';
    reason: string | null;
    /** What was done, for the audit: `encounter.changed`, `encounter.handed_over`, … */
    action: string;
  },
): Promise<Encounter> {
  const { before, after, columns, kind, reason } = input;
  const revision = before.revision + 1;
  await work.tx.encounter.update({ where: { id: before.id }, data: { ...columns, revision } });
  await work.tx.encounterRevision.create({
    data: {
      encounterId: before.id,
      number: revision,
      kind,
      byId: person.staffId,
      at: work.now,
      reason,
      values: after,
    },
  });
  work.audit({
    action: input.action,
    subjectType: 'Encounter',
    subjectId: before.id,
    fields: changedFields(before.values, after),
  });
  return { ...before, revision, values: after };
}

/** The same for what needs no gazetteer: the change is all that differs. `also`: columns that hang on it. */
export async function reviseFields(
  work: Work,
  person: Person,
  input: {
    before: Encounter;
    change: Partial<Pick<EncounterValues, KeptByForm | 'underWay'>>;
    also?: Pick<Prisma.EncounterUncheckedUpdateInput, 'handOverAskAt'>;
    kind: 'changed' | 'corrected';
    action: string;
  },
): Promise<Encounter> {
  const { change, also, ...rest } = input;
  const { handedOverAt, powerGrounds, ...plain } = change;
  return reviseEncounter(work, person, {
    ...rest,
    after: { ...input.before.values, ...change },
    columns: {
      ...plain,
      ...(powerGrounds !== undefined && { powerGrounds: [...powerGrounds] }),
      ...(handedOverAt !== undefined && {
        handedOverAt: handedOverAt === null ? null : fromLocalMinute(handedOverAt),
      }),
      ...also,
    },
    reason: null,
  });
}
