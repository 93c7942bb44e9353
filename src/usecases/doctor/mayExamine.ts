import type { PrismaClient } from '../../data/generated/client';
import { authorise } from '../../domain/authorise';
import { findPerson } from '../accounts/findPerson';
import { type Refused, refused } from '../refusal';
import { findStaff } from '../staff/findStaff';

/**
 * Whether everything may be looked over in this name. Where no staff can be read (no tables, no scheme, no right to
 * them) nobody could be named, and that is just when it is needed: then it may.
 * @param input.named e-mail address or number; undefined where nobody is named
 */
export async function mayExamine(
  prisma: PrismaClient,
  input: { named: string | undefined; now: Date },
): Promise<{ kind: 'allowed' } | { kind: 'unnamed' } | Refused> {
  const { named, now } = input;
  try {
    if ((await prisma.staffMember.count({ where: { active: true } })) === 0) return { kind: 'allowed' };
    if (named === undefined) return { kind: 'unnamed' };
    const staff = await findStaff(prisma, named);
    const person = staff === null ? null : await findPerson(prisma, staff.id, now);
    if (person === null)
      return refused('Whom --as names is not an active member of staff. Check the e-mail address or number.');
    const decision = authorise(person, 'doctor.run');
    return decision.allowed ? { kind: 'allowed' } : refused(decision.sentence);
  } catch {
    return { kind: 'allowed' };
  }
}
