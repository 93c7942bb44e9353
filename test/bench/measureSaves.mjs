import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { atOnce } from './atOnce.mjs';
import { handWritten } from './handWritten.mjs';
import { openDatabase, runAlone } from './openDatabase.mjs';
import { openRollcall } from './rollcallSave.mjs';
import { seedDistrict } from './seedDistrict.mjs';
import { seedDrafts } from './seedDrafts.mjs';
import { statementsOf } from './statementsOf.mjs';
import { latencies, median } from './statistics.mjs';
import { flushStatement, rowsOfSave, rowsWrittenBy } from './writtenRows.mjs';

const { Client, Pool } = createRequire(import.meta.url)('pg');

const connections = 16;

/**
 * The whole save against the same rows written by hand: 16 connections each, in turns, on the same tables. Every save
 * is looked for in the database afterwards.
 * @throws where a save is missing, or where the yardstick does not write exactly the rows that a save writes
 */
export async function measureSaves({ serverUrl, rounds, savesInRound, say }) {
  const { url, ownerUrl } = await openDatabase(serverUrl, 'bench_save');
  const client = new Client({ connectionString: url });
  await client.connect();
  const pool = new Pool({ connectionString: url, max: connections });
  const rollcall = openRollcall({ url, connections });
  try {
    say('save: filling the database');
    const now = new Date();
    const district = await seedDistrict({ url, client, now });
    const inWarmUp = Math.min(savesInRound, 400);
    const byHandInRound = savesInRound * 2;
    const count = 3 + inWarmUp * 2 + rounds * (savesInRound + byHandInRound);
    const drafts = await seedDrafts({ client, district, count, now });
    await runAlone(ownerUrl, ['VACUUM ANALYZE', 'CHECKPOINT']);
    const take = (number) => drafts.splice(0, number);
    const [third, first] = take(2);
    // Of the same officer, whose account is then known.
    const [second] = drafts.splice(
      drafts.findIndex(({ officer }) => officer === first.officer),
      1,
    );
    const { written, statements, byHand } = await learnSave({ url, client, pool, first, second, third });

    const hands = await Promise.all(Array.from({ length: connections }, () => pool.connect()));
    const turn = {
      rollcall: (items) => atOnce({ workers: connections, items, run: (draft) => rollcall.save(draft) }),
      byHand: (items) =>
        atOnce({ workers: connections, items, run: (draft, worker) => byHand(hands[worker], draft) }),
    };
    await turn.rollcall(take(inWarmUp));
    await turn.byHand(take(inWarmUp));
    const results = { rollcall: [], byHand: [] };
    const cpu = { rollcall: 0, byHand: 0 };
    for (let round = 1; round <= rounds; round += 1) {
      for (const [who, number] of [
        ['rollcall', savesInRound],
        ['byHand', byHandInRound],
      ]) {
        const before = process.cpuUsage();
        results[who].push(await turn[who](take(number)));
        const used = process.cpuUsage(before);
        cpu[who] += (used.user + used.system) / 1000;
      }
      const [ours, theirs] = [results.rollcall.at(-1).perSecond, results.byHand.at(-1).perSecond];
      say(`save: round ${round} of ${rounds}: ${ours.toFixed(0)} and ${theirs.toFixed(0)} a second`);
    }
    for (const hand of hands) hand.release();
    await checkAllSaved(client, count);
    return {
      connections,
      rounds,
      savesInRound,
      byHandInRound,
      rowsInSave: written,
      statements,
      rollcall: summary(results.rollcall, cpu.rollcall / (rounds * savesInRound)),
      byHand: summary(results.byHand, cpu.byHand / (rounds * byHandInRound)),
      ratio: median(results.rollcall.map((one, round) => one.perSecond / results.byHand[round].perSecond)),
    };
  } finally {
    await rollcall.close();
    await pool.end();
    await client.end();
  }
}

/** Saves once alone and looks at what was written and said, then makes the yardstick from it and checks that too. */
async function learnSave({ url, client, pool, first, second, third }) {
  const alone = openRollcall({ url, connections: 1 });
  try {
    // The first one also reads what is kept in memory afterwards.
    await alone.save(first);
    let statements = [];
    const written = await rowsWrittenBy({
      client,
      flush: () => alone.prisma.$executeRawUnsafe(flushStatement),
      work: async () => {
        statements = await statementsOf(() => alone.save(second));
      },
    });
    const rows = await rowsOfSave(client, { draftId: second.id, tables: Object.keys(written) });
    const byHand = handWritten({ rows, written });
    const hand = await pool.connect();
    const writtenByHand = await rowsWrittenBy({
      client,
      flush: () => hand.query(flushStatement),
      work: () => byHand(hand, third),
    });
    hand.release();
    if (!isDeepStrictEqual(written, writtenByHand))
      throw new Error(
        `The yardstick writes ${JSON.stringify(writtenByHand)}, a save ${JSON.stringify(written)}.`,
      );
    return { written, statements, byHand };
  } finally {
    await alone.close();
  }
}

async function checkAllSaved(client, count) {
  const { rows } = await client.query(
    `SELECT (SELECT count(*)::int FROM "Encounter" e JOIN "Draft" d ON d.id = e."draftId" WHERE d.state = 'saved')
       AS saved, (SELECT count(*)::int FROM "InboundEvent" WHERE state = 'done') AS claims`,
  );
  const { saved, claims } = rows[0];
  if (saved !== count || claims !== count)
    throw new Error(`${count} were to be saved, but there are ${saved} encounters and ${claims} claims.`);
}

function summary(rounds, cpuMs) {
  return {
    perSecond: median(rounds.map((one) => one.perSecond)),
    slowestRound: Math.min(...rounds.map((one) => one.perSecond)),
    fastestRound: Math.max(...rounds.map((one) => one.perSecond)),
    ...latencies(rounds.flatMap((one) => one.times)),
    /** Milliseconds of this process's processor for each save; PostgreSQL's own are not counted. */
    cpuMs,
  };
}
