import type { ClaimedReason, Companion, EncounterOutcome } from '../../../domain/encounterTerms';
import type { EvidenceField } from '../../../domain/matching';

/** How the fields' values are said: plain, neutral words. "Says" stands before a reason: it is not confirmed. */
export const companionWords: Record<Companion, string> = {
  alone: 'Alone',
  peers: 'With friends',
  sibling: 'With a brother or sister',
  parent: 'With a parent',
  other_adult: 'With another adult',
};

/** The same beside a label "With". */
export const companionNouns: Record<Companion, string> = {
  alone: 'Nobody',
  peers: 'Friends',
  sibling: 'A brother or sister',
  parent: 'A parent',
  other_adult: 'Another adult',
};

export const reasonWords: Record<ClaimedReason, string> = {
  medical_appointment: 'medical appointment',
  ill: 'ill',
  religious_observance: 'religious observance',
  home_educated: 'educated at home',
  educated_elsewhere: 'educated elsewhere today',
  excluded: 'suspended or excluded',
  part_time_timetable: 'part-time timetable',
  study_leave: 'study leave',
  work_experience: 'work experience',
  interview: 'interview',
  school_closed: 'school closed or INSET day',
  authorised_leave: 'leave agreed by the school',
  no_school_place: 'no school place yet',
  travelling_family: 'travelling family',
  not_school_age: 'not of school age',
  late: 'late or on a break',
  family: 'family reasons',
  other: 'another reason',
  none_given: 'no reason given',
};

export const outcomeWords: Record<EncounterOutcome, string> = {
  returned_to_school: 'Taken back to school',
  taken_home: 'Taken home',
  designated_place: 'Taken to the designated place',
  left_with_adult: 'Left with an adult',
  advised: 'Advised, went on their way',
  made_off: 'Ran off',
};

/** A child who is on the way there still. */
const journeyWords: Partial<Record<EncounterOutcome, string>> = {
  returned_to_school: 'On the way back to school',
  taken_home: 'On the way home',
  designated_place: 'On the way to the designated place',
};

export function onTheWayWords(said: { outcome: EncounterOutcome | null }): string {
  return (said.outcome && journeyWords[said.outcome]) ?? 'On the way';
}

/** What happened, as far as it has: on the way, or done. */
export function endWords(said: { outcome: EncounterOutcome; underWay: boolean }): string {
  return said.underWay ? onTheWayWords(said) : outcomeWords[said.outcome];
}

export const evidenceWords: Record<EvidenceField, string> = {
  name: 'name',
  dateOfBirth: 'date of birth',
  age: 'age',
  yearGroup: 'year group',
  school: 'school',
};

/** `Reception`, `Year 9`. */
export function yearWords(yearGroup: number): string {
  return yearGroup === 0 ? 'Reception' : `Year ${yearGroup}`;
}

/** `name, age and school`. */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** A date of birth as `3 Apr 2012`. */
export function dateWords(isoDate: string): string {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const [year, month, day] = isoDate.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** `1 child`, `3 children`. */
export function childrenWords(count: number): string {
  return count === 1 ? '1 child' : `${count} children`;
}

/** The name as far as it is known: `Kai Brown`, `Kai (no family name)`, `No name given`. */
export function nameWords(name: { givenName: string | null; familyName: string | null }): string {
  if (name.givenName && name.familyName) return `${name.givenName} ${name.familyName}`;
  if (name.givenName) return `${name.givenName} (no family name)`;
  if (name.familyName) return `${name.familyName} (no first name)`;
  return 'No name given';
}
