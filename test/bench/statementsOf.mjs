import { createRequire } from 'node:module';

const { Client } = createRequire(import.meta.url)('pg');

/**
 * The SQL that goes over `pg` while `work` runs, in order: each is a round trip to the server. Put back afterwards, so
 * that nothing is measured through it.
 */
export async function statementsOf(work) {
  const statements = [];
  const query = Client.prototype.query;
  Client.prototype.query = function recordedQuery(config, ...rest) {
    statements.push((typeof config === 'string' ? config : config.text).replace(/\s+/g, ' ').trim());
    return query.call(this, config, ...rest);
  };
  try {
    await work();
  } finally {
    Client.prototype.query = query;
  }
  return statements;
}
