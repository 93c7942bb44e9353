import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import pino from 'pino';
import { readConfig } from '../../src/config';
import { type Service, startService } from '../../src/service/startService';
import type { RunningPlatform } from '../behaviour/platforms/platform';
import { startSlack } from '../behaviour/platforms/slack';
import { withTestDatabases, withTestServer } from '../helpers/database';
import { people } from '../helpers/seedScheme';

const encounter = 'kai brown 14 costello, festival place just now w 2 mates, says dentist, walked him back';
const metricsOf = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/metrics`, { headers });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
};

withTestDatabases('whoever runs the service reads its metrics', (db) => {
  let platform: RunningPlatform;

  beforeEach(async () => {
    platform = await startSlack(db);
  });
  afterEach(async () => {
    await platform.stop();
    await db.truncate();
  });

  test('what came in, how long it took, what was sent and what waits is counted, in Prometheus’ text format', async () => {
    const officer = platform.colleague('osei');
    const written = await officer.writes(encounter);
    await platform.settled();
    await written.again(2, 'one after another');
    await officer.presses('Save');
    await platform.settled();
    const { status, type, text } = await metricsOf(platform.url);
    expect(status).toBe(200);
    expect(type).toContain('text/plain; version=0.0.4');
    const lines = text.split('\n');
    for (const line of [
      'rollcall_inbound_total{platform="slack",kind="message",result="handled"} 1',
      'rollcall_inbound_total{platform="slack",kind="message",result="repeated"} 2',
      'rollcall_inbound_total{platform="slack",kind="press",result="handled"} 1',
      'rollcall_turn_seconds_count 2',
      'rollcall_inbox_waiting 0',
      'rollcall_outgoing{state="pending"} 0',
      'rollcall_outgoing{state="undeliverable"} 0',
      'rollcall_database_up 1',
    ])
      expect(lines).toContain(line);
    expect(text).toMatch(/^rollcall_outgoing_total\{platform="slack",result="sent"\} [1-9]/m);
    expect(text).toMatch(/^rollcall_audit_unsealed \d+$/m);
    expect(text).toMatch(/^process_cpu_seconds_total /m);
  });

  test('what nobody has handled or sent is counted as waiting', async () => {
    const account = await db.prisma.account.findFirstOrThrow();
    // Too new to be taken up as left behind.
    const receivedAt = new Date(Date.now() + 60_000);
    const { platform: on, id: accountId } = account;
    const event = { platform: on, accountId, kind: 'message', orderKey: '1', payload: {}, receivedAt };
    await db.prisma.inboundEvent.create({ data: { ...event, eventKey: 'waits' } });
    const line = { platform: on, tenant: 'T', conversation: 'D', operation: 'post', content: {} } as const;
    await db.prisma.outgoing.create({ data: { ...line, state: 'undeliverable' } });
    const { text } = await metricsOf(platform.url);
    expect(text).toContain('\nrollcall_inbox_waiting 1\n');
    expect(text).toContain('\nrollcall_outgoing{state="undeliverable"} 1\n');
  });

  test('nothing in it says who: no name, no account, no tenant, no conversation, no id', async () => {
    const officer = platform.colleague('osei');
    await officer.writes(encounter);
    await platform.settled();
    await officer.presses('Save');
    await platform.colleague('stranger').writes(encounter);
    await platform.settled();
    const { text } = await metricsOf(platform.url);
    const ids = (await db.prisma.account.findMany()).flatMap((one) => [one.id, one.userId, one.tenant]);
    const names = Object.values(people).map(({ familyName }) => familyName);
    for (const word of [...ids, ...names, 'Brown', 'Costello', 'E-1'])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
    const own = text.split('\n').filter((line) => line.startsWith('rollcall_'));
    const labels = own.flatMap((line) => [...line.matchAll(/(\w+)="/g)].map(([, name]) => name));
    expect([...new Set(labels)].sort()).toEqual(['kind', 'le', 'platform', 'result', 'state']);
  });
});

withTestServer('who may read the metrics', (db) => {
  const token = 'made-up-token-for-tests';
  let service: Service;

  const start = async (environment: Record<string, string>) => {
    const scheme = { id: 1, mode: 'live', name: 'District', accessContact: 'ask the council' } as const;
    await db.prisma.scheme.create({ data: scheme });
    const slack = { SLACK_BOT_TOKEN: 'xoxb', SLACK_SIGNING_SECRET: 's', DATABASE_URL: db.url, PORT: '0' };
    const config = readConfig({ ...slack, ...environment });
    service = await startService({ config, clock: () => new Date(), log: pino({ level: 'silent' }) });
  };
  afterEach(async () => {
    await service.stop();
    await db.truncate();
  });

  test('without a token: this machine only, and not what a proxy on it passes on', async () => {
    await start({});
    expect((await metricsOf(service.url)).status).toBe(200);
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      const refused = await metricsOf(service.url, { [header]: '203.0.113.9' });
      expect(refused).toMatchObject({ status: 403, text: expect.stringContaining('set METRICS_TOKEN') });
    }
    expect(await statusByHost(service.url, 'rollcall.example.org')).toBe(403);
    const outside = addressOfThisMachine();
    if (outside === null) return;
    expect((await metricsOf(service.url.replace('localhost', outside))).status).toBe(403);
  });

  test('with a token: whoever has it, and nobody else, this machine included', async () => {
    await start({ METRICS_TOKEN: token });
    const passedOn = { 'x-forwarded-for': '203.0.113.9' };
    const allowed = await metricsOf(service.url, { ...passedOn, authorization: `Bearer ${token}` });
    expect(allowed).toMatchObject({ status: 200, text: expect.stringContaining('rollcall_database_up 1') });
    for (const authorization of ['', 'Bearer ', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, token]) {
      const refused = await metricsOf(service.url, { authorization });
      expect(refused).toMatchObject({ status: 401, text: expect.not.stringContaining(token) });
    }
  });
});

/** A page elsewhere whose name resolves to this machine asks by its own name. */
function statusByHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${url}/metrics`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

/** An address by which others reach this machine; null where it has none. */
function addressOfThisMachine(): string | null {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? null;
}
