import { setTimeout as wait } from 'node:timers/promises';

/** Looks at what a service has still to read and to send. */
export function watchInbox({ client, drainSeconds }) {
  const left = async () => {
    const { rows } = await client.query(
      `SELECT (SELECT count(*)::int FROM "InboundEvent" WHERE state = 'received') AS unread,
         (SELECT count(*)::int FROM "Outgoing" WHERE state IN ('pending', 'sending')) AS unsent`,
    );
    return rows[0];
  };
  return {
    /** @throws unless everything acknowledged is there */
    check: async (accepted) => {
      const { rows } = await client.query('SELECT count(*)::int AS stored FROM "InboundEvent"');
      if (rows[0].stored < accepted)
        throw new Error(`${accepted} messages were acknowledged, ${rows[0].stored} are stored.`);
    },
    /** Waits until everything is read and answered: what was left at first, how long it took, what is left still. */
    drain: async () => {
      const start = performance.now();
      const atFirst = await left();
      let now = atFirst;
      while (now.unread + now.unsent > 0 && performance.now() - start < drainSeconds * 1000) {
        await wait(100);
        now = await left();
      }
      return {
        unreadAtEnd: atFirst.unread,
        unsentAtEnd: atFirst.unsent,
        drainSeconds: (performance.now() - start) / 1000,
        leftAfterDrain: now.unread + now.unsent,
      };
    },
  };
}
