import { randomBytes, randomUUID } from 'node:crypto';

/**
 * The yardstick: the rows that one save writes, written by hand with `pg` on one connection, each statement prepared
 * and awaited, BEGIN to COMMIT. Nothing is read or decided. The rows are those that Rollcall's own save left (`rows`, by
 * table), with the ids, keys, child and time of the draft at hand; what is updated there is updated here.
 * @throws where a save writes a table that is not known here: then this file must learn it
 */
export function handWritten({ rows, written }) {
  const unknown = Object.keys(written).filter((table) => !(table in changes) && !(table in updates));
  if (unknown.length > 0) throw new Error(`The yardstick does not know how to write ${unknown.join(', ')}.`);
  const inserts = insertOrder
    .filter((table) => (written[table]?.inserted ?? 0) > 0)
    .map((table) => insertOf(table, rows[table]));
  const updated = Object.keys(updates).filter((table) => (written[table]?.updated ?? 0) > 0);
  const answer = JSON.stringify(rows.InboundEvent?.[0]?.answer ?? {});
  return async (client, draft) => {
    const save = { draft, now: new Date(), encounterId: randomUUID(), eventId: null };
    await client.query(begin);
    for (const insert of inserts) {
      const result = await client.query({
        name: insert.name,
        text: insert.text,
        values: insert.values(save),
      });
      if (insert.table === 'InboundEvent') save.eventId = result.rows[0].id;
    }
    for (const table of updated) await client.query(updates[table]({ ...save, answer }));
    await client.query(commit);
  };
}

const begin = { name: 'begin', text: 'BEGIN' };
const commit = { name: 'commit', text: 'COMMIT' };

/** The claim first, since others name its id; the rest as foreign keys allow. */
const insertOrder = [
  'InboundEvent',
  'Encounter',
  'EncounterRevision',
  'ButtonToken',
  'Outgoing',
  'AuditEvent',
];

/** What the database numbers by itself. */
const numbered = { InboundEvent: ['id'], Outgoing: ['id'], AuditEvent: ['id'], Encounter: ['number'] };

/** What differs from one save to the next; the other columns stay as Rollcall wrote them. */
const changes = {
  InboundEvent: ({ draft, now }) => ({
    eventKey: `hand:${randomUUID()}`,
    accountId: draft.officer.accountId,
    receivedAt: now,
    doneAt: now,
    answer: null,
  }),
  Encounter: ({ draft, now, encounterId }) => ({
    id: encounterId,
    draftId: draft.id,
    recordedById: draft.officer.staffId,
    childId: draft.childId,
    givenName: draft.fields.givenName,
    familyName: draft.fields.familyName,
    occurredAt: `${draft.fields.occurredAt}:00Z`,
    savedAt: now,
  }),
  EncounterRevision: ({ draft, now, encounterId }) => ({
    id: randomUUID(),
    encounterId,
    byId: draft.officer.staffId,
    at: now,
  }),
  ButtonToken: ({ draft, now }) => ({
    token: randomBytes(16).toString('base64url'),
    staffId: draft.officer.staffId,
    createdAt: now,
  }),
  Outgoing: ({ draft, now, eventId }) => ({
    conversation: `person:${draft.officer.userId}`,
    keptName: `draft:${draft.id}`,
    nextAttemptAt: now,
    createdAt: now,
    causeId: eventId,
  }),
  AuditEvent: ({ draft, now, encounterId }) => ({
    at: now,
    actorId: draft.officer.staffId,
    subjectId: encounterId,
  }),
};

const updates = {
  Draft: ({ draft, now }) => ({
    name: 'draft',
    text: `UPDATE "Draft" SET state = 'saved', version = version + 1, "updatedAt" = $2 WHERE id = $1`,
    values: [draft.id, now],
  }),
  InboundEvent: ({ eventId, now, answer }) => ({
    name: 'answer',
    text: `UPDATE "InboundEvent" SET state = 'done', "doneAt" = $2, answer = $3 WHERE id = $1`,
    values: [eventId, now, answer],
  }),
};

/** One statement for the rows of one table. */
function insertOf(table, templates) {
  const columns = Object.keys(templates[0]).filter((column) => !numbered[table]?.includes(column));
  const group = (_, row) =>
    `(${columns.map((_, index) => `$${row * columns.length + index + 1}`).join(', ')})`;
  const names = columns.map((column) => `"${column}"`).join(', ');
  const returning = numbered[table] ? ` RETURNING "${numbered[table][0]}"` : '';
  return {
    table,
    name: `insert ${table}`,
    text: `INSERT INTO "${table}" (${names}) VALUES ${templates.map(group).join(', ')}${returning}`,
    values: (save) =>
      templates.flatMap((template) => {
        const row = { ...template, ...changes[table](save) };
        return columns.map((column) => toParameter(row[column]));
      }),
  };
}

/** JSON goes as text; lists of plain values are PostgreSQL's own. */
function toParameter(value) {
  const isJson =
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
  return isJson ? JSON.stringify(value) : value;
}
