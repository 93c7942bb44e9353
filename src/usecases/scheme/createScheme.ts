import type { Work } from '../../data/unitOfWork';
import { type Refused, refused } from '../refusal';

export interface NewScheme {
  readonly name: string;
  readonly accessContact: string;
  readonly agency: { readonly key: string; readonly name: string };
  /** The first person who may do anything; everybody else comes in by them. */
  readonly administrator: { readonly email: string; readonly givenName: string; readonly familyName: string };
}

/**
 * Begins a live scheme on an empty database: the scheme, the council as first agency, and its first administrator.
 * Nobody is there yet in whose name it could be done; so it works once, while there is no scheme.
 */
export async function createScheme(
  work: Work,
  input: NewScheme,
): Promise<{ kind: 'created'; staffNumber: number } | Refused> {
  const email = input.administrator.email.trim().toLowerCase();
  const words = [input.name, input.accessContact, input.agency.key, input.agency.name];
  const names = [input.administrator.givenName, input.administrator.familyName];
  if ([...words, ...names].some((text) => text.trim() === ''))
    return refused('Something is empty. Fill in every name, the contact and the agency.');
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    return refused('The administrator’s e-mail address can’t be read. Check it.');
  // Two at once: the second waits here, and then finds the scheme.
  await work.tx.$executeRaw`LOCK TABLE "Scheme" IN SHARE ROW EXCLUSIVE MODE`;
  const [schemes, staff] = [await work.tx.scheme.count(), await work.tx.staffMember.count()];
  if (schemes > 0 || staff > 0)
    return refused('This database has a scheme already. Nothing was changed. Use scheme set to change it.');
  await work.tx.scheme.create({
    data: { id: 1, mode: 'live', name: input.name.trim(), accessContact: input.accessContact.trim() },
  });
  const agency = await work.tx.agency.create({
    data: { key: input.agency.key.trim().toLowerCase(), name: input.agency.name.trim(), kind: 'council' },
  });
  const { givenName, familyName } = input.administrator;
  const administrator = await work.tx.staffMember.create({
    data: { email, givenName, familyName, roles: ['administrator'], agencyId: agency.id },
  });
  for (const [subjectType, subjectId, action] of [
    ['Scheme', '1', 'scheme.created'],
    ['Agency', agency.id, 'agency.created'],
    ['StaffMember', administrator.id, 'staff.created'],
  ] as const)
    work.audit({ action, subjectType, subjectId, fields: ['all'] });
  return { kind: 'created', staffNumber: administrator.number };
}
