import type { Transaction } from '../../data/unitOfWork';

/** Who is meant, where people name staff by hand: the reference of an active staff member. */
export interface StaffNamed {
  readonly id: string;
  readonly number: number;
}

/** Finds an active staff member by e-mail address or number (`S-12`, `12`); null where there is none. */
export async function findStaff(
  tx: Pick<Transaction, 'staffMember'>,
  named: string,
): Promise<StaffNamed | null> {
  const number = /^(?:S-?)?(\d{1,9})$/i.exec(named.trim())?.[1];
  return tx.staffMember.findFirst({
    where: {
      active: true,
      ...(number === undefined ? { email: named.trim().toLowerCase() } : { number: Number(number) }),
    },
    select: { id: true, number: true },
  });
}
