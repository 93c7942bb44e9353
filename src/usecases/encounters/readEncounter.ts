import { type Encounter, lockEncounter } from '../../data/encounters';
import type { LookUpEntry, Work } from '../../data/unitOfWork';
import { authorise, type Decision } from '../../domain/authorise';
import { toLocalDate } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';
import { encounterIsGone } from './changeEncounter';

/** Opens a saved encounter. Looking at somebody else's is recorded as a look-up. */
export async function readEncounter(
  work: Work,
  person: Person,
  where: { id: string } | { number: number },
  reason: string,
): Promise<{ kind: 'read'; encounter: Encounter } | Refused> {
  const encounter = await lockEncounter(work.tx, where);
  if (encounter === null) return encounterIsGone;
  const decision = mayRead(work, person, encounter);
  if (!decision.allowed) return refused(decision.sentence);
  noteLook(work, person, encounter, { level: 'summary', reason });
  return { kind: 'read', encounter };
}

/** Whether this person may open an encounter now. */
export function mayRead(work: Work, person: Person, encounter: Encounter): Decision {
  const ofToday = encounter.values.occurredAt.slice(0, 10) === toLocalDate(work.now);
  return authorise(person, 'encounter.read', { ownerId: encounter.recordedById, ofToday });
}

/** Records that somebody else's encounter was looked at; nothing for one's own. */
export function noteLook(
  work: Work,
  person: Person,
  encounter: Encounter,
  look: Pick<LookUpEntry, 'level' | 'reason'>,
): void {
  if (encounter.recordedById === person.staffId) return;
  work.lookUp(person.staffId, {
    ...look,
    childId: encounter.values.childId,
    subjectType: 'Encounter',
    subjectId: encounter.id,
  });
}
