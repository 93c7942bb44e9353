import { lockEncounter } from '../../data/encounters';
import { Prisma, type PrismaClient } from '../../data/generated/client';
import type { Work } from '../../data/unitOfWork';
import { whomToAlert } from '../../usecases/encounters/whomToAlert';
import type { Log } from '../log';
import { tellStaff } from '../outgoing/tellStaff';
import { handOverAlert, handOverName, handOverQuestion } from '../views/handOverViews';
import { atOnce, eachAlone } from './eachAlone';

/**
 * Asks those whose child has been on the way for long who took it over; where the question is not answered either, the
 * patrol and the coordinator are told. Each once, until somebody says "still on the way".
 * @returns how many were asked or told of
 */
export async function askHandOvers(input: { prisma: PrismaClient; now: Date; log: Log }): Promise<number> {
  const { prisma, now, log } = input;
  const toAsk = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Encounter" WHERE ${dueToAsk(now)}
    ORDER BY "handOverAskAt" LIMIT ${atOnce}`;
  const asked = await eachAlone(
    { ...input, what: 'asking who took a child over', ids: idsOf(toAsk) },
    (work, id) => askOne(work, id, log),
  );
  const { handOverAlertMinutes } = await prisma.scheme.findUniqueOrThrow({ where: { id: 1 } });
  const askedBefore = new Date(now.getTime() - handOverAlertMinutes * 60_000);
  const toAlert = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Encounter" WHERE ${dueToAlert(askedBefore)}
    ORDER BY "handOverAskedAt" LIMIT ${atOnce}`;
  const alerted = await eachAlone(
    { ...input, what: 'telling that a child was not handed over', ids: idsOf(toAlert) },
    (work, id) => alertOne(work, id, askedBefore, log),
  );
  return asked + alerted;
}

/** Of an encounter: it is time to ask who took the child over, and nobody has been asked. */
const dueToAsk = (now: Date) =>
  Prisma.sql`state = 'saved' AND "handOverAskAt" <= ${now} AND "handOverAskedAt" IS NULL`;

/** Of an encounter: it was asked before that time, nothing has ended it, and nobody has been told. */
const dueToAlert = (askedBefore: Date) =>
  Prisma.sql`state = 'saved' AND "handOverAskAt" IS NOT NULL AND "handOverAskedAt" <= ${askedBefore}
    AND "handOverToldAt" IS NULL`;

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

async function askOne(work: Work, id: string, log: Log): Promise<boolean> {
  const [due] = await work.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Encounter" WHERE id = ${id}::uuid AND ${dueToAsk(work.now)} FOR NO KEY UPDATE SKIP LOCKED`;
  const encounter = due && (await lockEncounter(work.tx, due));
  if (!encounter) return false;
  await work.tx.encounter.update({ where: { id }, data: { handOverAskedAt: work.now } });
  const view = handOverQuestion(encounter, work.now);
  const unreached = await tellStaff(
    work,
    [{ staffId: encounter.recordedById, view, keep: handOverName(id) }],
    null,
  );
  if (unreached.length > 0) log.warn({ encounterId: id }, 'nobody to ask who took a child over');
  return true;
}

async function alertOne(work: Work, id: string, askedBefore: Date, log: Log): Promise<boolean> {
  const [due] = await work.tx.$queryRaw<{ id: string; askedAt: Date }[]>`
    SELECT id, "handOverAskedAt" AS "askedAt" FROM "Encounter"
    WHERE id = ${id}::uuid AND ${dueToAlert(askedBefore)}
    FOR NO KEY UPDATE SKIP LOCKED`;
  const encounter = due && (await lockEncounter(work.tx, due));
  if (!due || !encounter) return false;
  await work.tx.encounter.update({ where: { id }, data: { handOverToldAt: work.now } });
  const whom = await whomToAlert(work.tx, encounter);
  const view = handOverAlert(encounter, due.askedAt, work.now);
  const unreached = await tellStaff(
    work,
    whom.map((staffId) => ({ staffId, view, keep: handOverName(id) })),
    null,
  );
  work.audit({
    action: 'encounter.hand_over_alerted',
    subjectType: 'Encounter',
    subjectId: id,
    fields: [],
  });
  if (unreached.length === whom.length)
    log.error({ encounterId: id }, 'nobody could be told that a child was not handed over');
  return true;
}
