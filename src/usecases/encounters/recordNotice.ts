import { type Encounter, lockEncounter } from '../../data/encounters';
import type { Work } from '../../data/unitOfWork';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';
import { encounterIsGone, mayChange } from './changeEncounter';
import { reviseFields } from './reviseEncounter';

/** Records whether the child was told what is kept, and where the privacy notice stands. */
export async function recordNotice(
  work: Work,
  person: Person,
  input: { encounterId: string; given: boolean },
): Promise<{ kind: 'recorded'; encounter: Encounter } | Refused> {
  const encounter = await lockEncounter(work.tx, { id: input.encounterId });
  if (encounter === null) return encounterIsGone;
  const may = mayChange(person, encounter);
  if (may.kind === 'refused') return may;
  if (encounter.state === 'undone')
    return refused('This encounter was undone, so nothing more is recorded for it.');
  if (encounter.values.noticeGiven === input.given) return { kind: 'recorded', encounter };
  const revised = await reviseFields(work, person, {
    before: encounter,
    change: { noticeGiven: input.given },
    kind: may.kind,
    action: 'encounter.notice_recorded',
  });
  return { kind: 'recorded', encounter: revised };
}
