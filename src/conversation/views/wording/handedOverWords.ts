import type { EncounterValues } from '../../../domain/encounterRecord';
import { fromLocalMinute, sayMoment } from '../../../domain/localTime';

/** Who took a child over and when, `his nan, 11:05 today`; null where nobody has, or nobody said. */
export function handedOverWords(
  { handedOverTo, handedOverAt }: Pick<EncounterValues, 'handedOverTo' | 'handedOverAt'>,
  now: Date,
): string | null {
  if (handedOverTo === null || handedOverAt === null) return null;
  return `${handedOverTo}, ${sayMoment(fromLocalMinute(handedOverAt), now)}`;
}
