import type { Scheme } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import type { ActionName } from '../../domain/actions';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';

/** Settings that a person changes while the scheme runs. Times are minutes. */
export interface SchemeSettings {
  readonly name: string;
  /** Whom to ask for access, as an account that nobody has registered reads it. */
  readonly accessContact: string;
  /** Whether an account is linked on first contact by the platform's verified e-mail address. */
  readonly linkByVerifiedEmail: boolean;
  readonly draftReminderMinutes: number;
  readonly undoMinutes: number;
  readonly duplicateMinutes: number;
  readonly handOverMinutes: number;
  readonly handOverAlertMinutes: number;
  /** The children's reception team, as a number to ring; empty: none. */
  readonly receptionTeam: string | null;
  /** Where the privacy notice for children and families stands; empty: nowhere. */
  readonly privacyNoticeUrl: string | null;
}

/** What a person must be allowed to, for reading and for changing. */
const action: ActionName = 'scheme.manage';
const longestMinutes = 24 * 60;

/** The scheme and its settings. */
export async function readScheme(
  work: Work,
  person: Person,
): Promise<{ kind: 'scheme'; scheme: Scheme } | Refused> {
  const decision = authorise(person, action);
  if (!decision.allowed) return refused(decision.sentence);
  const scheme = await work.tx.scheme.findUnique({ where: { id: 1 } });
  return scheme === null
    ? refused('There is no scheme yet. Create it first: scheme create.')
    : { kind: 'scheme', scheme };
}

/** Changes the settings that are named; the others stay. */
export async function changeScheme(
  work: Work,
  person: Person,
  change: Partial<SchemeSettings>,
): Promise<{ kind: 'changed'; fields: readonly string[] } | Refused> {
  const before = await readScheme(work, person);
  if (before.kind === 'refused') return before;
  for (const minutes of [
    change.draftReminderMinutes,
    change.undoMinutes,
    change.duplicateMinutes,
    change.handOverMinutes,
    change.handOverAlertMinutes,
  ])
    if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 1 && minutes <= longestMinutes))
      return refused(`Minutes are a whole number from 1 to ${longestMinutes}.`);
  if ([change.name, change.accessContact].some((text) => text !== undefined && text.trim() === ''))
    return refused('A name or contact can’t be empty. Write one, or leave it out to keep what is there.');
  if (change.privacyNoticeUrl && !/^https:\/\/\S+$/.test(change.privacyNoticeUrl))
    return refused('The privacy notice’s address begins with https:// and has no spaces.');
  const fields = (Object.keys(change) as (keyof SchemeSettings)[]).filter(
    (field) => change[field] !== undefined && change[field] !== before.scheme[field],
  );
  if (fields.length === 0) return { kind: 'changed', fields };
  await work.tx.scheme.update({
    where: { id: 1 },
    data: Object.fromEntries(fields.map((field) => [field, change[field]])),
  });
  work.audit({ action: 'scheme.changed', subjectType: 'Scheme', subjectId: '1', fields });
  return { kind: 'changed', fields };
}
