/** Who was with the child when met, seen from the child's own side; ranked highest first. */
export const COMPANIONS = ['parent', 'other_adult', 'sibling', 'peers', 'alone'] as const;
export type Companion = (typeof COMPANIONS)[number];

/** What the child, or the adult with the child, says is the reason; not what proves true. */
export const CLAIMED_REASONS = [
  'medical_appointment',
  'ill',
  'religious_observance',
  'home_educated',
  'educated_elsewhere',
  'excluded',
  'part_time_timetable',
  'study_leave',
  'work_experience',
  'interview',
  'school_closed',
  'authorised_leave',
  'no_school_place',
  'travelling_family',
  'not_school_age',
  'late',
  'family',
  'other',
  'none_given',
] as const;
export type ClaimedReason = (typeof CLAIMED_REASONS)[number];

/** Where the child ended up after the encounter. */
export const OUTCOMES = [
  'returned_to_school',
  'taken_home',
  'designated_place',
  'left_with_adult',
  'advised',
  'made_off',
] as const;
export type EncounterOutcome = (typeof OUTCOMES)[number];

/** The power of removal (Crime and Disorder Act 1998 s.16): not used, the child came along willingly, or used. */
export const POWERS_USED = ['none', 'went_willingly', 'section_16'] as const;
export type PowerUsed = (typeof POWERS_USED)[number];

/** What a chat message wants. */
export const INTENTS = [
  'log_encounter',
  'list_visits',
  'claim_visit',
  'release_visit',
  'complete_visit',
  'find_child',
  'briefing',
  'help',
  'other',
] as const;
export type Intent = (typeof INTENTS)[number];
