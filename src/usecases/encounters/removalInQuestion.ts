import type { Encounter } from '../../data/encounters';
import type { Transaction } from '../../data/unitOfWork';
import { fromLocalMinute } from '../../domain/localTime';
import type { Person } from '../../domain/person';
import { isRemovalInQuestion } from '../../domain/removalPower';
import { findDay } from '../days/findDay';

/** Whether this person held a power of removal on a date, and a direction was in force at that moment. */
export async function isInQuestionAt(tx: Transaction, person: Person, met: Date): Promise<boolean> {
  if (person.agencyKind !== 'police') return false;
  const day = await findDay(tx, met);
  if (day === null || day.directionFrom === null) return false;
  const { date } = day;
  const power = await tx.staffPower.findFirst({
    where: { staffId: person.staffId, from: { lte: date }, OR: [{ until: null }, { until: { gte: date } }] },
    select: { id: true },
  });
  return isRemovalInQuestion({
    hasPower: power !== null,
    direction: { from: day.directionFrom, until: day.directionUntil },
    met,
  });
}

/** The encounters for which this person is asked whether the power was used: their own, with a journey at the end. */
export async function removalInQuestion(
  tx: Transaction,
  person: Person,
  encounters: readonly Encounter[],
): Promise<ReadonlySet<string>> {
  const asked = new Set<string>();
  // Children met together were met at the same minute.
  const known = new Map<string, boolean>();
  for (const { id, recordedById, values } of encounters) {
    const { outcome, occurredAt } = values;
    const endsRemoval = outcome === 'returned_to_school' || outcome === 'designated_place';
    if (!endsRemoval || recordedById !== person.staffId) continue;
    const inQuestion =
      known.get(occurredAt) ?? (await isInQuestionAt(tx, person, fromLocalMinute(occurredAt)));
    known.set(occurredAt, inQuestion);
    if (inQuestion) asked.add(id);
  }
  return asked;
}
