import { lockDraft } from '../../data/drafts';
import { lockEncounter } from '../../data/encounters';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import { keptChildren } from '../../domain/draft';
import type { Person } from '../../domain/person';
import { coordinatorsOn } from '../days/coordinatorsOn';
import { encounterIsGone } from '../encounters/changeEncounter';
import { draftIsGone, type Refused, refused } from '../refusal';
import { type Concern, findConcern } from './findConcern';

/** Whom a worry is about: a child of a draft that is not saved yet, or of an encounter. */
export type ConcernAbout =
  | { readonly kind: 'draft'; readonly draftId: string; readonly childKey: string }
  | { readonly kind: 'encounter'; readonly encounterId: string };

export type ConcernRaised =
  /** `coordinators`: who is to be told now. */
  | { readonly kind: 'raised'; readonly concern: Concern; readonly coordinators: readonly string[] }
  /** The same person has raised it before: it is one worry. */
  | { readonly kind: 'already'; readonly concern: Concern }
  | Refused;

/** Somebody is worried about a child. Recorded at once, before anything is filled in; the encounter goes its own way. */
export async function raiseConcern(work: Work, person: Person, about: ConcernAbout): Promise<ConcernRaised> {
  const decision = authorise(person, 'concern.raise');
  if (!decision.allowed) return refused(decision.sentence);
  const subject = await subjectOf(work, person, about);
  if (subject.kind === 'refused') return subject;
  const { kind: _, ...columns } = subject;
  const before = await work.tx.concern.findFirst({ where: { ...columns, raisedById: person.staffId } });
  const known = before === null ? null : await findConcern(work.tx, before.id);
  if (known !== null) return { kind: 'already', concern: known };
  const row = await work.tx.concern.create({
    data: { ...columns, raisedById: person.staffId, raisedAt: work.now },
  });
  work.audit({ action: 'concern.raised', subjectType: 'Concern', subjectId: row.id, fields: [] });
  const concern = await findConcern(work.tx, row.id);
  if (concern === null) return refused('Not recorded. Please press the button again.');
  const coordinators = (await coordinatorsOn(work.tx, work.now)).filter((id) => id !== person.staffId);
  return { kind: 'raised', concern, coordinators };
}

type ConcernSubject = { draftId: string; draftChildKey: string } | { encounterId: string };

async function subjectOf(
  work: Work,
  person: Person,
  about: ConcernAbout,
): Promise<({ kind: 'found' } & ConcernSubject) | Refused> {
  if (about.kind === 'encounter') {
    const encounter = await lockEncounter(work.tx, { id: about.encounterId });
    if (encounter === null) return encounterIsGone;
    const decision = authorise(person, 'encounter.read', {
      ownerId: encounter.recordedById,
      ofToday: true,
    });
    return decision.allowed ? { kind: 'found', encounterId: encounter.id } : refused(decision.sentence);
  }
  const draft = await lockDraft(work.tx, about.draftId);
  const child = draft && keptChildren(draft.children).find(({ key }) => key === about.childKey);
  if (!draft || !child) return draftIsGone;
  const decision = authorise(person, draft.state === 'open' ? 'encounter.log' : 'draft.takeOver', {
    ownerId: draft.staffId,
    withCoordinator: draft.state === 'with_coordinator',
  });
  if (draft.state === 'saved') return savedSince(work, draft.id, child.key);
  return decision.allowed
    ? { kind: 'found', draftId: draft.id, draftChildKey: child.key }
    : refused(decision.sentence);
}

/** An old card: the draft is an encounter by now. */
async function savedSince(
  work: Work,
  draftId: string,
  childKey: string,
): Promise<({ kind: 'found' } & ConcernSubject) | Refused> {
  const saved = await work.tx.encounter.findUnique({
    where: { draftId_draftChildKey: { draftId, draftChildKey: childKey } },
    select: { id: true },
  });
  return saved === null ? draftIsGone : { kind: 'found', encounterId: saved.id };
}
