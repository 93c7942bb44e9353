import { lockEncounter } from '../../data/encounters';
import type { PrismaClient } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { coordinatorsOn } from '../../usecases/days/coordinatorsOn';
import { patrolMates } from '../../usecases/days/patrolMates';
import type { Log } from '../log';
import { tellStaff } from '../outgoing/tellStaff';
import { handOverAlert, handOverQuestion } from '../views/handOverViews';
import { eachAlone } from './eachAlone';

/**
 * Asks those whose child has been on the way for long who took it over; where the question is not answered either, the
 * patrol and the coordinator are told. Each once, until somebody says "still on the way".
 * @returns how many were asked or told of
 */
export async function askHandOvers(input: { prisma: PrismaClient; now: Date; log: Log }): Promise<number> {
  const { log } = input;
  return eachAlone(input, async (work) => (await askOne(work, log)) || (await alertOne(work, log)));
}

async function askOne(work: Work, log: Log): Promise<boolean> {
  const [due] = await work.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Encounter" WHERE state = 'saved' AND "handOverAskAt" <= ${work.now} AND "handOverAskedAt" IS NULL
    ORDER BY "handOverAskAt" LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
  const encounter = due && (await lockEncounter(work.tx, due));
  if (!encounter) return false;
  await work.tx.encounter.update({ where: { id: encounter.id }, data: { handOverAskedAt: work.now } });
  const unreached = await tellStaff(
    work,
    [
      {
        staffId: encounter.recordedById,
        view: handOverQuestion(encounter, work.now),
        keep: `handOver:${encounter.id}`,
      },
    ],
    null,
  );
  if (unreached.length > 0) log.warn({ encounterId: encounter.id }, 'nobody to ask who took a child over');
  return true;
}

async function alertOne(work: Work, log: Log): Promise<boolean> {
  const { handOverAlertMinutes } = await work.tx.scheme.findUniqueOrThrow({ where: { id: 1 } });
  const askedBefore = new Date(work.now.getTime() - handOverAlertMinutes * 60_000);
  const [due] = await work.tx.$queryRaw<{ id: string; askedAt: Date }[]>`
    SELECT id, "handOverAskedAt" AS "askedAt" FROM "Encounter" WHERE state = 'saved' AND "handOverAskAt" IS NOT NULL
      AND "handOverAskedAt" <= ${askedBefore} AND "handOverToldAt" IS NULL
    ORDER BY "handOverAskedAt" LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`;
  const encounter = due && (await lockEncounter(work.tx, due));
  if (!due || !encounter) return false;
  await work.tx.encounter.update({ where: { id: encounter.id }, data: { handOverToldAt: work.now } });
  const { recordedById, savedAt } = encounter;
  const mates = await patrolMates(work.tx, { staffId: recordedById, moment: savedAt });
  const coordinators = await coordinatorsOn(work.tx, savedAt);
  const whom = [...new Set([...mates, ...coordinators])].filter((staffId) => staffId !== recordedById);
  const view = handOverAlert(encounter, due.askedAt, work.now);
  const unreached = await tellStaff(
    work,
    whom.map((staffId) => ({ staffId, view })),
    null,
  );
  work.audit({
    action: 'encounter.hand_over_alerted',
    subjectType: 'Encounter',
    subjectId: encounter.id,
    fields: [],
  });
  if (unreached.length === whom.length)
    log.error({ encounterId: encounter.id }, 'nobody could be told that a child was not handed over');
  return true;
}
