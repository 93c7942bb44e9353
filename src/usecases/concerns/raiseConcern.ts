import { lockDraft } from '../../data/drafts';
import { lockEncounter } from '../../data/encounters';
import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import { keptChildren } from '../../domain/draft';
import type { Person } from '../../domain/person';
import { coordinatorsOn } from '../days/coordinatorsOn';
import { encounterIsGone } from '../encounters/changeEncounter';
import { mayRead } from '../encounters/readEncounter';
import { draftIsGone, type Refused, refused } from '../refusal';
import { type Concern, concernInclude, toConcern } from './findConcern';

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
  const own = { ...columns, raisedById: person.staffId };
  const before = await work.tx.concern.findFirst({ where: own, include: concernInclude });
  if (before !== null) return { kind: 'already', concern: toConcern(before) };
  const row = await work.tx.concern.create({
    data: { ...own, raisedAt: work.now },
    include: concernInclude,
  });
  work.audit({ action: 'concern.raised', subjectType: 'Concern', subjectId: row.id, fields: [] });
  const coordinators = (await coordinatorsOn(work.tx, work.now)).filter((id) => id !== person.staffId);
  return { kind: 'raised', concern: toConcern(row), coordinators };
}

type ConcernSubject = { draftId: string; draftChildKey: string } | { encounterId: string };

async function subjectOf(
  work: Work,
  person: Person,
  about: ConcernAbout,
): Promise<({ kind: 'found' } & ConcernSubject) | Refused> {
  if (about.kind === 'encounter') {
    return encounterFor(work, person, about.encounterId);
  }
  const draft = await lockDraft(work.tx, about.draftId);
  const child = draft && keptChildren(draft.children).find(({ key }) => key === about.childKey);
  if (!draft || !child) return draftIsGone;
  if (draft.state === 'saved') return savedSince(work, person, draft.id, child.key);
  const decision = authorise(person, draft.state === 'open' ? 'encounter.log' : 'draft.takeOver', {
    ownerId: draft.staffId,
    withCoordinator: draft.state === 'with_coordinator',
  });
  return decision.allowed
    ? { kind: 'found', draftId: draft.id, draftChildKey: child.key }
    : refused(decision.sentence);
}

/** Whoever may read an encounter may worry about its child. */
async function encounterFor(
  work: Work,
  person: Person,
  encounterId: string,
): Promise<({ kind: 'found' } & ConcernSubject) | Refused> {
  const encounter = await lockEncounter(work.tx, { id: encounterId });
  if (encounter === null) return encounterIsGone;
  const decision = mayRead(work, person, encounter);
  return decision.allowed ? { kind: 'found', encounterId: encounter.id } : refused(decision.sentence);
}

/** An old card: the draft is an encounter by now. */
async function savedSince(
  work: Work,
  person: Person,
  draftId: string,
  childKey: string,
): Promise<({ kind: 'found' } & ConcernSubject) | Refused> {
  const saved = await work.tx.encounter.findUnique({
    where: { draftId_draftChildKey: { draftId, draftChildKey: childKey } },
    select: { id: true },
  });
  return saved === null ? draftIsGone : encounterFor(work, person, saved.id);
}
