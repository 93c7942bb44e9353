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
      expect(decision).toEqual({
        allowed: false,
        because: 'role',
        sentence: 'Your role does not allow this. Ask your coordinator if you think it should.',
      });
    }
  });

  test('one of several roles is enough', () => {
    const both = personWith('information_governance', { roles: ['information_governance', 'coordinator'] });
    expect(authorise(both, 'day.manage').allowed).toBe(true);
  });
});

/** Every answer says why, and a refusal what to do next, word for word as the person reads it. */
const sentences: Readonly<Record<string, string>> = {
  'not the owner': 'Only the person who wrote it can do this. Ask them, or your coordinator.',
  'not on the roster':
    'You are not on a patrol today, so pupils’ records are not shown. Ask your coordinator to add you to a patrol.',
  'not of today':
    'You can open encounters of today only. Ask the council: they can tell you about earlier ones.',
  'day closed':
    'The day is closed, so this can no longer be changed here. Ask the council: they can correct it with a reason.',
  'too late': 'Undo works for 10 minutes after saving. Press Change to put it right.',
  'unknown situation': 'This can’t be done just now. Ask your coordinator.',
  'neither own nor of the patrol':
    'Only who recorded it, their patrol and the council can say this. Tell them, or your coordinator.',
  'still with its author': 'This draft is still with the person who wrote it.',
};

describe('conditions beside the role', () => {
  const constable = personWith('constable');
  const offRoster = personWith('constable', { onRoster: false });
  const community = personWith('community_safety_officer');
  const welfare = personWith('education_welfare_officer', { onRoster: false });
  const coordinator = personWith('coordinator');
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

  test.each([
    ['encounter.log', 'a draft of somebody else’s', constable, { ownerId: 'another' }, 'not the owner'],
    ['encounter.change', 'another’s encounter', constable, { ...fair, ownerId: 'another' }, 'not the owner'],
    ['encounter.change', 'after the close', constable, { ...fair, dayClosed: true }, 'day closed'],
    ['encounter.change', 'whether closed unknown', constable, { ownerId: 'me' }, 'day closed'],
    ['encounter.undo', 'another’s encounter', constable, { ...fair, ownerId: 'another' }, 'not the owner'],
    [
      'encounter.undo',
      'too late',
      constable,
      { ...fair, savedAt: new Date(+minutesAgo(10) - 1) },
      'too late',
    ],
    ['encounter.undo', 'nothing known', constable, { ownerId: 'me' }, 'unknown situation'],
    [
      'encounter.undo',
      'when saved unknown',
      constable,
      { ownerId: 'me', now, undoMinutes: 10 },
      'unknown situation',
    ],
    [
      'encounter.undo',
      'time unknown',
      constable,
      { ownerId: 'me', savedAt: now, undoMinutes: 10 },
      'unknown situation',
    ],
    [
      'encounter.undo',
      'how long unknown',
      constable,
      { ownerId: 'me', savedAt: now, now },
      'unknown situation',
    ],
    ['child.recognise', 'another’s draft', constable, { ownerId: 'another' }, 'not the owner'],
    ['child.recognise', 'off the roster', offRoster, {}, 'not on the roster'],
    ['encounter.read', 'off the roster', offRoster, { ownerId: 'another' }, 'not on the roster'],
    ['encounter.read', 'an earlier day', community, { ownerId: 'another' }, 'not of today'],
    [
      'encounter.handOver',
      'a stranger to it',
      constable,
      { ownerId: 'another' },
      'neither own nor of the patrol',
    ],
    ['concern.note', 'another’s worry', constable, { ownerId: 'another' }, 'not the owner'],
    ['draft.takeOver', 'not handed over', coordinator, {}, 'still with its author'],
  ] as const)('%s refused: %s', (action, _words, person, subject, because) => {
    expect(authorise(person, action, subject)).toEqual({
      allowed: false,
      because,
      sentence: sentences[because],
    });
  });

  test.each([
    ['encounter.log', 'to begin a draft', constable, {}, 'role constable'],
    ['encounter.log', 'one’s own draft', constable, { ownerId: 'me' }, 'role constable'],
    ['encounter.log', 'one’s own draft, off the roster', offRoster, { ownerId: 'me' }, 'role constable'],
    [
      'encounter.read',
      'a colleague’s, on the roster',
      constable,
      { ownerId: 'another', ofToday: false },
      'role constable',
    ],
    ['encounter.read', 'one’s own, off the roster', offRoster, { ownerId: 'me' }, 'own encounter'],
    ['encounter.read', 'one’s own of an earlier day', community, { ownerId: 'me' }, 'own encounter'],
    [
      'encounter.read',
      'a colleague’s of today, without a patrol',
      personWith('community_safety_officer', { onRoster: false }),
      { ownerId: 'another', ofToday: true },
      'role community_safety_officer',
    ],
    ['encounter.read', 'the council, any', welfare, { ownerId: 'another' }, 'council casework'],
    ['encounter.change', 'until the close', constable, fair, 'own encounter, day open'],
    [
      'encounter.undo',
      'to the last moment of the tenth minute',
      constable,
      { ...fair, savedAt: minutesAgo(10) },
      'own encounter, in time',
    ],
    ['encounter.handOver', 'one’s own', constable, { ownerId: 'me' }, 'own encounter'],
    [
      'encounter.handOver',
      'a patrol mate’s',
      constable,
      { ownerId: 'another', samePatrol: true },
      'same patrol',
    ],
    ['encounter.handOver', 'the council, any', welfare, { ownerId: 'another' }, 'council casework'],
    ['concern.note', 'one’s own worry', constable, { ownerId: 'me' }, 'role constable'],
    ['concern.note', 'the coordinator, any', coordinator, { ownerId: 'another' }, 'coordinator'],
    [
      'draft.takeOver',
      'handed over at the close',
      coordinator,
      { withCoordinator: true },
      'handed over at the day’s close',
    ],
    ['child.recognise', 'a pupil of one’s own draft', constable, { ownerId: 'me' }, 'role constable'],
    ['child.recognise', 'a pupil, without a draft', constable, {}, 'role constable'],
    ['child.recognise', 'the council, off the roster', welfare, {}, 'role education_welfare_officer'],
  ] as const)('%s allowed: %s', (action, _words, person, subject, because) => {
    expect(authorise(person, action, subject)).toEqual({ allowed: true, because });
  });
});
