import { tellCoordinators } from '../../src/conversation/reminders/tellPeople';
import { inOneTransaction } from '../../src/data/unitOfWork';
import { fromDateColumn } from '../../src/domain/localTime';
import { findPerson } from '../../src/usecases/accounts/findPerson';
import { closeDay } from '../../src/usecases/days/closeDay';
import type { TestDatabase } from './database';

/** The coordinator closes the seeded day, at the moment the first draft was written. */
export async function closeTheDay({ prisma }: TestDatabase): Promise<Awaited<ReturnType<typeof closeDay>>> {
  const { sentAt: now } = await prisma.draft.findFirstOrThrow();
  const day = await prisma.attendanceDay.findFirstOrThrow();
  const whitlock = await prisma.staffMember.findFirstOrThrow({ where: { familyName: 'Whitlock' } });
  return inOneTransaction({ prisma, now, actor: { kind: 'staff', staffId: whitlock.id } }, async (work) => {
    const person = await findPerson(work.tx, whitlock.id, now);
    if (person === null) throw new Error('nobody closes the day');
    const outcome = await closeDay(work, person, { date: fromDateColumn(day.date) });
    if (outcome.kind === 'closed') await tellCoordinators(work, outcome);
    return outcome;
  });
}
