import type { Role } from './person';

/** Everything a person can do, as the authoriser knows it. */
export type ActionName = keyof typeof actionRoles;

const patrolling = [
  'coordinator',
  'education_welfare_officer',
  'constable',
  'pcso',
  'community_safety_officer',
] as const satisfies readonly Role[];

const council = ['coordinator', 'education_welfare_officer'] as const satisfies readonly Role[];

/**
 * Which role may do what: the one table. An action that is not here can't be done; a role that is not named may not.
 * Conditions beside the role (own draft, ten minutes, day closed, roster) are the authoriser's.
 */
export const actionRoles = {
  /** Write an encounter down: begin, amend and save one's own draft. */
  'encounter.log': patrolling,
  /** Read an encounter that is saved. */
  'encounter.read': patrolling,
  /** Put one's own encounter right, until the day is closed. */
  'encounter.change': patrolling,
  /** Take one's own encounter back, for ten minutes. */
  'encounter.undo': patrolling,
  /** Say who took a child over that was on the way. */
  'encounter.handOver': patrolling,
  /** Say that one is worried about a child; nobody has to be asked first. */
  'concern.raise': patrolling,
  /** Note who was told of a worry. */
  'concern.note': patrolling,
  /** Put any encounter right later, with a reason. */
  'encounter.correct': council,
  /** Finish a draft that its author left open when the day closed. */
  'draft.takeOver': ['coordinator'],
  /** See that a pupil of this name is on a school's roll: name, age, year group, school. */
  'child.recognise': [...patrolling, 'school_attendance_lead'],
  /** Bring in schools, places, staff, pupils and carers from files. */
  'records.import': ['coordinator', 'administrator'],
  /** Create, change and close an Attendance Day. */
  'day.manage': ['coordinator', 'administrator'],
  /** Change the scheme's settings. */
  'scheme.manage': ['coordinator', 'administrator'],
  /** Check that the audit is as it was written. */
  'audit.verify': ['information_governance', 'administrator'],
  /** See what could not be sent, and have it sent again: references and places, no content. */
  'outgoing.manage': ['coordinator', 'administrator'],
  /** Count where children were named in channels. */
  'slips.count': ['information_governance', 'coordinator'],
  /** Say which agency a channel belongs to. */
  'channel.link': ['coordinator', 'administrator'],
  /** Have everything Rollcall depends on checked: references and counts, no content. */
  'doctor.run': ['coordinator', 'administrator'],
  /** Say which workspaces and tenants count and whose people they have, and see who can't be reached. */
  'workspace.manage': ['coordinator', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;
