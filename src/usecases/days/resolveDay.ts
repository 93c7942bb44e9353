import type { Prisma } from '../../data/generated/client';
import type { Transaction } from '../../data/unitOfWork';
import { fromLocalMinute, toDateColumn } from '../../domain/localTime';
import { findStaff } from '../staff/findStaff';
import { checkHours } from './checkHours';
import type { DayPlan } from './dayPlan';

interface PatrolMember {
  readonly staffId: string;
  readonly number: number;
  readonly leads: boolean;
}

/** A plan whose people are found and whose hours hold. */
export interface ResolvedDay {
  readonly values: Omit<Prisma.AttendanceDayUncheckedCreateInput, 'id' | 'patrols' | 'encounters'>;
  readonly patrols: readonly { readonly name: string; readonly members: readonly PatrolMember[] }[];
  /** What is allowed, but should be looked at. */
  readonly warnings: readonly string[];
}

/** Turns a plan into what is stored, or says in a sentence why it can't be. */
export async function resolveDay(
  tx: Transaction,
  plan: DayPlan,
): Promise<ResolvedDay | { sentence: string }> {
  const fault = checkHours(plan);
  if (fault !== null) return { sentence: fault };
  const coordinator = plan.coordinator === null ? null : await findCoordinator(tx, plan.coordinator);
  if (coordinator !== null && 'sentence' in coordinator) return coordinator;
  const patrols = await resolvePatrols(tx, plan);
  if ('sentence' in patrols) return patrols;
  const at = (time: string) => fromLocalMinute(`${plan.date}T${time}`);
  return {
    values: {
      date: toDateColumn(plan.date),
      area: plan.area,
      opensAt: at(plan.from),
      closesAt: at(plan.until),
      designatedPlace: plan.designatedPlace,
      directionGivenBy: plan.direction?.givenBy ?? null,
      directionArea: plan.direction?.area ?? null,
      directionFrom: plan.direction ? at(plan.direction.from) : null,
      directionUntil: plan.direction ? at(plan.direction.until) : null,
      coordinatorId: coordinator?.id ?? null,
    },
    patrols,
    warnings: await warningsOf(tx, plan, patrols),
  };
}

async function findCoordinator(
  tx: Transaction,
  named: string,
): Promise<{ id: string } | { sentence: string }> {
  const staff = await findStaff(tx, named);
  const found = staff && (await tx.staffMember.findUnique({ where: { id: staff.id } }));
  if (found === null)
    return { sentence: 'The coordinator is not an active member of staff. Check the e-mail address.' };
  return found.roles.includes('coordinator')
    ? found
    : { sentence: `S-${found.number} does not have the role of coordinator. Name somebody who has.` };
}

async function resolvePatrols(
  tx: Transaction,
  plan: DayPlan,
): Promise<ResolvedDay['patrols'] | { sentence: string }> {
  const patrols: { name: string; members: PatrolMember[] }[] = [];
  for (const { name, members } of plan.patrols) {
    if (patrols.some((patrol) => patrol.name === name))
      return { sentence: `Two patrols are called "${name}". Give one another name.` };
    const found: PatrolMember[] = [];
    for (const [index, { staff, leads }] of members.entries()) {
      const member = await findStaff(tx, staff);
      if (member === null)
        return {
          sentence: `Patrol "${name}": person ${index + 1} is not an active member of staff. Check the e-mail address.`,
        };
      if (found.some(({ staffId }) => staffId === member.id))
        return { sentence: `Patrol "${name}" names S-${member.number} twice. Name each person once.` };
      found.push({ staffId: member.id, number: member.number, leads });
    }
    patrols.push({ name, members: found });
  }
  return patrols;
}

async function warningsOf(
  tx: Transaction,
  plan: DayPlan,
  patrols: ResolvedDay['patrols'],
): Promise<readonly string[]> {
  const members = patrols.flatMap((patrol) => patrol.members);
  const twice = members.filter(
    ({ staffId }, index) => members.findIndex((other) => other.staffId === staffId) !== index,
  );
  const date = toDateColumn(plan.date);
  const withPower = await tx.staffPower.count({
    where: {
      staffId: { in: members.map(({ staffId }) => staffId) },
      from: { lte: date },
      OR: [{ until: null }, { until: { gte: date } }],
    },
  });
  return [
    ...(patrols.length === 0 ? ['No patrol is named yet.'] : []),
    ...patrols
      .filter((patrol) => patrol.members.length < 2)
      .map(({ name }) => `Patrol "${name}" has fewer than two people.`),
    ...new Set(twice.map(({ number }) => `S-${number} is on two patrols.`)),
    ...(patrols.length > 0 && withPower === 0
      ? ['Nobody on a patrol has the power of removal (section 16) on this day.']
      : []),
    ...(plan.direction !== null && plan.designatedPlace === null
      ? ['There is a direction but no designated place: a child could only be taken back to school.']
      : []),
  ];
}
