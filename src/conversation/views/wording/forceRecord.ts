import type { Encounter } from '../../../data/encounters';
import { encounterReference } from '../../../domain/encounterRecord';
import { fromLocalMinute, sayMoment } from '../../../domain/localTime';
import { ownGroundsIn } from '../../../domain/removalPower';
import type { Concern } from '../../../usecases/concerns/findConcern';
import { companionWords, dateWords, endWords, listWords, nameWords, reasonWords, yearWords } from './terms';

/**
 * One encounter as a finished plain paragraph, to be pasted into the police force's own system: sentences only, no
 * marks, and whose words each fact is. What was not said is left out.
 */
export function forceRecord(encounter: Encounter, concerns: readonly Concern[]): string {
  const { values } = encounter;
  const met = fromLocalMinute(values.occurredAt);
  const place = values.place ?? values.placeSaid;
  // Said from long ago, so that it has its date and year whenever it is read.
  const on = sayMoment(met, new Date(0));
  return [
    `${on}${place ? `, ${place}` : ''}: ${encounter.recordedBy} met ${whom(encounter)}.`,
    values.companion && `${companionWords[values.companion]}.`,
    values.claimedReason &&
      (values.claimedReason === 'none_given'
        ? 'No reason was given.'
        : `Reason as told by the child or adult: ${reasonWords[values.claimedReason]}.`),
    values.outcome && `${endWords({ outcome: values.outcome, underWay: values.underWay })}.`,
    handedOver(encounter),
    powerWords(encounter),
    values.schoolContacted === true && 'The school was told.',
    values.noticeGiven !== null &&
      `The privacy notice was ${values.noticeGiven ? 'explained to the child' : 'not explained to the child'}.`,
    ...concerns.map(concernWords),
    values.note,
    `Attendance Day record ${encounterReference(encounter.number)}.`,
  ]
    .filter((sentence): sentence is string => typeof sentence === 'string' && sentence !== '')
    .join(' ');
}

function whom({ values }: Encounter): string {
  const school = values.school ?? values.schoolSaid;
  const parts = [
    values.age === null ? null : `aged ${values.age}`,
    values.dateOfBirth === null ? null : `born ${dateWords(values.dateOfBirth)}`,
    values.yearGroup === null ? null : yearWords(values.yearGroup),
    school,
  ].filter((part) => part !== null);
  const name = values.givenName || values.familyName ? nameWords(values) : 'a child who gave no name';
  return parts.length === 0 ? name : `${name} (${parts.join(', ')})`;
}

function handedOver({ values }: Encounter): string | null {
  if (values.handedOverTo === null || values.handedOverAt === null) return null;
  return `Handed over to ${values.handedOverTo} at ${values.handedOverAt.slice(11)}.`;
}

function powerWords({ values }: Encounter): string | null {
  switch (values.powerUsed) {
    case null:
      return null;
    case 'none':
      return 'No power of removal was used.';
    case 'went_willingly':
      return 'The child went along willingly; no power was used.';
    case 'section_16':
      return `Removed under section 16 of the Crime and Disorder Act 1998. Grounds: ${ownGrounds(values.powerGrounds)}`;
  }
}

function ownGrounds(grounds: readonly string[]): string {
  const own = ownGroundsIn(grounds).join(' ');
  return own.endsWith('.') ? own : `${own}.`;
}

function concernWords(concern: Concern): string {
  if (concern.toldWhom === null || concern.toldAt === null)
    return `${concern.raisedBy} noted a worry about the child.`;
  const reference = concern.theirReference === null ? [] : [`their reference ${concern.theirReference}`];
  return `${concern.raisedBy} noted a worry about the child: ${listWords([`told ${concern.toldWhom}`, ...reference])}.`;
}
