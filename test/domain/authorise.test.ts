import { type ActionName, actionRoles } from '../../src/domain/actions';
import { authorise } from '../../src/domain/authorise';
import { type AgencyKind, type Person, type Role, roles } from '../../src/domain/person';

const agencyOf: Record<Role, AgencyKind> = {
  coordinator: 'council',
  education_welfare_officer: 'council',
  constable: 'police',
  pcso: 'police',
  community_safety_officer: 'community_safety',
  school_attendance_lead: 'school',
  information_governance: 'council',
  administrator: 'council',
};

function personWith(role: Role, change: Partial<Person> = {}): Person {
  return {
    staffId: 'me',
    name: 'Somebody',
    roles: [role],
    agencyId: 'agency',
    agencyKind: agencyOf[role],
    schoolId: null,
    onRoster: true,
    ...change,
  };
}

const patrolling: readonly Role[] = [
  'coordinator',
  'education_welfare_officer',
  'constable',
  'pcso',
  'community_safety_officer',
];
const may: Record<ActionName, readonly Role[]> = {
  'encounter.log': patrolling,
  'encounter.read': patrolling,
  'encounter.change': patrolling,
  'encounter.undo': patrolling,
  'encounter.handOver': patrolling,
  'concern.raise': patrolling,
  'concern.note': patrolling,
  'encounter.correct': ['coordinator', 'education_welfare_officer'],
  'draft.takeOver': ['coordinator'],
  'child.recognise': [...patrolling, 'school_attendance_lead'],
  'records.import': ['coordinator', 'administrator'],
  'day.manage': ['coordinator', 'administrator'],
  'scheme.manage': ['coordinator', 'administrator'],
  'audit.verify': ['information_governance', 'administrator'],
  'outgoing.manage': ['coordinator', 'administrator'],
  'slips.count': ['information_governance', 'coordinator'],
  'channel.link': ['coordinator', 'administrator'],
  'doctor.run': ['coordinator', 'administrator'],
  'workspace.manage': ['coordinator', 'administrator'],
};
const now = new Date('2026-11-24T11:00:00Z');
/** A situation in which every condition beside the role is met. */
const fair = {
  ownerId: 'me',
  ofToday: true,
  dayClosed: false,
  withCoordinator: true,
  savedAt: now,
  undoMinutes: 10,
  now,
};

describe('who may do what', () => {
  const cases = (Object.keys(actionRoles) as ActionName[]).flatMap((action) =>
    roles.map((role) => [action, role] as const),
  );
  test.each(cases)('%s by %s', (action, role) => {
    expect(authorise(personWith(role), action, fair).allowed).toBe(may[action].includes(role));
  });

  test('nobody without a role may do anything, and is told what to do', () => {
    for (const action of Object.keys(actionRoles) as ActionName[]) {
      const decision = authorise(personWith('constable', { roles: [] }), action, fair);
      expect(decision).toMatchObject({ allowed: false, because: 'role' });
      if (!decision.allowed) expect(decision.sentence).toContain('Ask your coordinator');
    }
  });

  test('one of several roles is enough', () => {
    const both = personWith('information_governance', { roles: ['information_governance', 'coordinator'] });
    expect(authorise(both, 'day.manage').allowed).toBe(true);
  });
});

describe('conditions beside the role', () => {
  const constable = personWith('constable');

  test.each([
    ['encounter.log', { ownerId: 'another' }, 'not the owner'],
    ['encounter.change', { ...fair, ownerId: 'another' }, 'not the owner'],
    ['encounter.change', { ...fair, dayClosed: true }, 'day closed'],
    ['encounter.change', { ownerId: 'me' }, 'day closed'],
    ['encounter.undo', { ...fair, ownerId: 'another' }, 'not the owner'],
    ['encounter.undo', { ...fair, savedAt: new Date(now.getTime() - 10 * 60_000 - 1) }, 'too late'],
    ['encounter.undo', { ownerId: 'me' }, 'unknown situation'],
    ['child.recognise', { ownerId: 'another' }, 'not the owner'],
  ] as const)('%s in %j is refused: %s', (action, subject, because) => {
    expect(authorise(constable, action, subject)).toMatchObject({ allowed: false, because });
  });

  test('undo is allowed to the last moment of the tenth minute', () => {
    const savedAt = new Date(now.getTime() - 10 * 60_000);
    expect(authorise(constable, 'encounter.undo', { ...fair, savedAt }).allowed).toBe(true);
  });

  test('police off the roster see no pupil and no colleague’s encounter, but their own encounters', () => {
    const off = personWith('constable', { onRoster: false });
    expect(authorise(off, 'child.recognise')).toMatchObject({ allowed: false, because: 'not on the roster' });
    expect(authorise(off, 'encounter.read', { ownerId: 'another' })).toMatchObject({
      allowed: false,
      because: 'not on the roster',
    });
    expect(authorise(off, 'encounter.read', { ownerId: 'me' })).toMatchObject({
      allowed: true,
      because: 'own encounter',
    });
    expect(authorise(off, 'encounter.log', { ownerId: 'me' }).allowed).toBe(true);
  });

  test('community safety opens colleagues’ encounters of today, no earlier ones', () => {
    const officer = personWith('community_safety_officer');
    expect(authorise(officer, 'encounter.read', { ownerId: 'another', ofToday: true }).allowed).toBe(true);
    expect(authorise(officer, 'encounter.read', { ownerId: 'another' })).toMatchObject({
      because: 'not of today',
    });
    expect(authorise(officer, 'encounter.read', { ownerId: 'me' }).allowed).toBe(true);
  });

  test('the council reads without a roster', () => {
    const welfare = personWith('education_welfare_officer', { onRoster: false });
    expect(authorise(welfare, 'encounter.read', { ownerId: 'another' })).toMatchObject({
      allowed: true,
      because: 'council casework',
    });
    expect(authorise(welfare, 'child.recognise').allowed).toBe(true);
  });

  test('a draft is the coordinator’s only after it was handed over', () => {
    expect(authorise(personWith('coordinator'), 'draft.takeOver', {})).toMatchObject({
      allowed: false,
      because: 'still with its author',
    });
  });
});
