import type { Work } from '../../data/unitOfWork';
import { authorise } from '../../domain/authorise';
import type { Person } from '../../domain/person';
import { type Refused, refused } from '../refusal';

/** How often children were named where others read it: by month (`yyyy-MM`) and agency, newest month first. */
export interface SlipCount {
  readonly month: string;
  readonly agencyKey: string;
  readonly slips: number;
  readonly people: number;
}

/** For information governance: counts only, so that it is about training and not about one person. */
export async function countSlips(
  work: Work,
  person: Person,
): Promise<{ kind: 'counted'; counts: readonly SlipCount[] } | Refused> {
  const decision = authorise(person, 'slips.count');
  if (!decision.allowed) return refused(decision.sentence);
  const counts = await work.tx.$queryRaw<SlipCount[]>`
    SELECT to_char(s.at AT TIME ZONE 'Europe/London', 'YYYY-MM') AS month, a.key AS "agencyKey",
      count(*)::int AS slips, count(DISTINCT s."staffId")::int AS people
    FROM "ChannelSlip" s JOIN "StaffMember" m ON m.id = s."staffId" JOIN "Agency" a ON a.id = m."agencyId"
    GROUP BY 1, 2 ORDER BY 1 DESC, 2`;
  return { kind: 'counted', counts };
}
