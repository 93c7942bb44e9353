import { type ActionName, actionRoles } from './actions';
import type { Person, Role } from './person';

/** What is acted on, as far as the answer depends on it. */
export interface Subject {
  /** Who made it: the draft's author, who recorded the encounter. */
  readonly ownerId?: string;
  /** The Attendance Day of the encounter is closed. */
  readonly dayClosed?: boolean;
  /** When it was saved, and for how many minutes it may be undone. */
  readonly savedAt?: Date;
  readonly undoMinutes?: number;
  /** On a patrol with the one who recorded it, on that day. */
  readonly samePatrol?: boolean;
  /** The draft was handed over when the day closed. */
  readonly withCoordinator?: boolean;
  readonly now?: Date;
  /** The encounter was on the day that is running now. */
  readonly ofToday?: boolean;
}

/** The authoriser's answer, always with its reason. `sentence` is what the person reads: what, why, what next. */
export type Decision =
  | { readonly allowed: true; readonly because: string }
  | { readonly allowed: false; readonly because: string; readonly sentence: string };

/**
 * The one place that answers whether a person may do something. Default deny: an unknown role, action or situation
 * means no. Asked again on the server at each press.
 */
export function authorise(person: Person, action: ActionName, subject: Subject = {}): Decision {
  const allowedRoles: readonly Role[] = actionRoles[action];
  const role = person.roles.find((held) => allowedRoles.includes(held));
  if (role === undefined)
    return deny('role', `Your role does not allow this. Ask your coordinator if you think it should.`);
  return conditions[action]?.(person, subject) ?? allow(`role ${role}`);
}

type Condition = (person: Person, subject: Subject) => Decision | null;

const ownOnly: Condition = (person, subject) =>
  subject.ownerId === person.staffId
    ? null
    : deny('not the owner', 'Only the person who wrote it can do this. Ask them, or your coordinator.');

const conditions: Partial<Record<ActionName, Condition>> = {
  'encounter.log': (person, subject) => (subject.ownerId === undefined ? null : ownOnly(person, subject)),
  'encounter.read': (person, subject) => {
    if (subject.ownerId === person.staffId) return allow('own encounter');
    if (person.agencyKind === 'council') return allow('council casework');
    if (person.agencyKind === 'police' && !person.onRoster) return deny('not on the roster', notOnRoster);
    if (person.agencyKind === 'community_safety' && subject.ofToday !== true)
      return deny('not of today', notOfToday);
    return null;
  },
  'encounter.change': (person, subject) => {
    const own = ownOnly(person, subject);
    if (own !== null) return own;
    if (subject.dayClosed !== false)
      return deny(
        'day closed',
        'The day is closed, so this can no longer be changed here. Ask the council: they can correct it with a reason.',
      );
    return allow('own encounter, day open');
  },
  'encounter.handOver': (person, subject) => {
    if (subject.ownerId === person.staffId) return allow('own encounter');
    if (person.agencyKind === 'council') return allow('council casework');
    if (subject.samePatrol === true) return allow('same patrol');
    return deny(
      'neither own nor of the patrol',
      'Only who recorded it, their patrol and the council can say this. Tell them, or your coordinator.',
    );
  },
  'concern.note': (person, subject) =>
    person.roles.includes('coordinator') ? allow('coordinator') : ownOnly(person, subject),
  'encounter.undo': (person, subject) => {
    const own = ownOnly(person, subject);
    if (own !== null) return own;
    const { savedAt, now, undoMinutes } = subject;
    if (savedAt === undefined || now === undefined || undoMinutes === undefined) return unknownSituation();
    if (now.getTime() - savedAt.getTime() > undoMinutes * 60_000)
      return deny(
        'too late',
        `Undo works for ${undoMinutes} minutes after saving. Press Change to put it right.`,
      );
    return allow('own encounter, in time');
  },
  'draft.takeOver': (_person, subject) =>
    subject.withCoordinator === true
      ? allow('handed over at the day’s close')
      : deny('still with its author', 'This draft is still with the person who wrote it.'),
  'child.recognise': (person, subject) => {
    if (person.agencyKind === 'police' && !person.onRoster) return deny('not on the roster', notOnRoster);
    return subject.ownerId === undefined ? null : ownOnly(person, subject);
  },
};

const notOnRoster =
  'You are not on a patrol today, so pupils’ records are not shown. Ask your coordinator to add you to a patrol.';

const notOfToday =
  'You can open encounters of today only. Ask the council: they can tell you about earlier ones.';

function allow(because: string): Decision {
  return { allowed: true, because };
}

function deny(because: string, sentence: string): Decision {
  return { allowed: false, because, sentence };
}

function unknownSituation(): Decision {
  return deny('unknown situation', 'This can’t be done just now. Ask your coordinator.');
}
