import type { Agency } from '../../data/generated/client';
import type { Transaction } from '../../data/unitOfWork';
import { type Refused, refused } from '../refusal';

/** The agency with this key, or a refusal that names those there are. */
export async function findAgency(tx: Transaction, key: string): Promise<Agency | Refused> {
  const agency = await tx.agency.findUnique({ where: { key: key.toLowerCase() } });
  if (agency !== null) return agency;
  const keys = (await tx.agency.findMany({ orderBy: { key: 'asc' } })).map((one) => one.key);
  return refused(`There is no agency with this key. On record: ${keys.join(', ') || 'none yet'}.`);
}
