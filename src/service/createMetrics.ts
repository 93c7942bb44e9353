import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Meter } from '../conversation/meter';
import type { Backlog } from '../data/readBacklog';

/** What is counted, for Prometheus. No label ever carries an id of a person, a tenant or a conversation. */
export interface Metrics {
  readonly meter: Meter;
  readonly contentType: string;
  /** Everything in Prometheus' text format. `backlog` is null where the database does not answer. */
  text(backlog: Backlog | null): Promise<string>;
}

/** Seconds. Slack shows a person an error after three. */
const turnBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const inbound = new Counter({
    name: 'rollcall_inbound_total',
    help: 'What came in, by what came of it.',
    labelNames: ['platform', 'kind', 'result'],
    registers,
  });
  const turn = new Histogram({
    name: 'rollcall_turn_seconds',
    help: 'Time to handle one message, press, form or command.',
    buckets: turnBuckets,
    registers,
  });
  const sent = new Counter({
    name: 'rollcall_outgoing_total',
    help: 'Tries to send, by what came of them.',
    labelNames: ['platform', 'result'],
    registers,
  });
  const databaseUp = new Gauge({
    name: 'rollcall_database_up',
    help: '1 where the database answers, else 0; then what is counted in it is left out.',
    registers,
  });
  const waiting = new Gauge({
    name: 'rollcall_inbox_waiting',
    help: 'Messages stored and not yet handled.',
    registers,
  });
  const outgoing = new Gauge({
    name: 'rollcall_outgoing',
    help: 'Messages of the bot that are not sent, by state.',
    labelNames: ['state'],
    registers,
  });
  const unsealed = new Gauge({
    name: 'rollcall_audit_unsealed',
    help: 'Audit rows that are not in the chain yet.',
    registers,
  });
  const show = (backlog: Backlog | null) => {
    databaseUp.set(backlog === null ? 0 : 1);
    // An old number would look like a true one.
    waiting.remove();
    unsealed.remove();
    outgoing.reset();
    if (backlog === null) return;
    waiting.set(backlog.inboxWaiting);
    unsealed.set(backlog.auditUnsealed);
    for (const [state, count] of Object.entries(backlog.outgoing)) outgoing.set({ state }, count);
  };
  return {
    meter: {
      inbound: (of) => inbound.inc(of),
      turn: (seconds) => turn.observe(seconds),
      outgoing: (of) => sent.inc(of),
    },
    contentType: registry.contentType,
    text: (backlog) => {
      show(backlog);
      return registry.metrics();
    },
  };
}
