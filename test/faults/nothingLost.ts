import type { Client } from 'pg';
import type { SlackMessageSeen, SlackServer } from '../helpers/slackServer';
import { waitFor } from '../helpers/waitFor';
import type { Acknowledged } from './officersAtWork';

/** Waits until all that was stored is handled and sent, by whatever service lives. */
export async function everythingDone(database: Client): Promise<void> {
  await waitFor(async () => {
    const { rows } = await database.query<{ left: number }>(`
      SELECT (SELECT count(*) FROM "InboundEvent" WHERE state = 'received')::int
        + (SELECT count(*) FROM "Outgoing" WHERE state IN ('pending', 'sending'))::int AS left`);
    return rows[0]?.left === 0;
  });
}

/**
 * What must hold after any number of services were killed: every message that was acknowledged has one draft and one
 * card; every receipt has its encounter and every card with buttons its draft; nothing is there twice.
 */
export async function expectNothingLost(input: {
  database: Client;
  slack: SlackServer;
  acknowledged: readonly Acknowledged[];
}): Promise<void> {
  const { database, slack, acknowledged } = input;
  const shown = [...new Set(acknowledged.map(({ user }) => user))].flatMap((user) => slack.messagesOf(user));

  const { rows: drafts } = await database.query<{ id: string; child: string }>(
    `SELECT id, substring(sources->0->>'text' from '^Ann \\w+') AS child FROM "Draft"`,
  );
  expect(sorted(drafts.map(({ child }) => child))).toEqual(sorted(acknowledged.map(({ child }) => child)));
  expect(sorted(shown.map(childIn))).toEqual(sorted(acknowledged.map(({ child }) => child)));

  const receipts = shown.flatMap((message) => {
    const number = /Saved as E-(\d+)/.exec(message.words)?.[1];
    return number === undefined ? [] : [`E-${number} ${childIn(message)}`];
  });
  const { rows: encounters } = await database.query<{ receipt: string; draftId: string }>(
    `SELECT 'E-' || number || ' ' || "givenName" || ' ' || "familyName" AS receipt, "draftId" FROM "Encounter"`,
  );
  expect(sorted(receipts)).toEqual(sorted(encounters.map(({ receipt }) => receipt)));
  expect(new Set(encounters.map(({ draftId }) => draftId)).size).toBe(encounters.length);

  const tokens = shown.flatMap(({ buttons }) => buttons.map(({ token }) => token));
  const { rows: known } = await database.query<{ found: number }>(
    `SELECT count(*)::int AS found FROM "ButtonToken" t WHERE token = ANY($1)
      AND (t.subject->>'draftId' IS NULL OR EXISTS (SELECT 1 FROM "Draft" d WHERE d.id::text = t.subject->>'draftId'))`,
    [tokens],
  );
  expect(known[0]?.found).toBe(tokens.length);
}

function childIn({ words }: SlackMessageSeen): string {
  return /Ann Hark\w+/.exec(words)?.[0] ?? words;
}

function sorted(names: readonly string[]): string[] {
  return [...names].sort();
}
