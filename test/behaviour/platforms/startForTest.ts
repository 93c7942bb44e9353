import { Writable } from 'node:stream';
import pino from 'pino';
import { readConfig } from '../../../src/config';
import type { Platform } from '../../../src/data/generated/client';
import { startService } from '../../../src/service/startService';
import type { TestDatabase } from '../../helpers/database';
import { type PersonName, type Seeded, seedScheme } from '../../helpers/seedScheme';
import { testMorning } from './platform';

/** A clock that runs on from a fixed moment, and can be moved. */
export function testClock(from: Date): { now: () => Date; later: (minutes: number) => void } {
  let offset = from.getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + offset),
    later: (minutes) => {
      offset += minutes * 60_000;
    },
  };
}

/** The service on a test database, seeded for one platform, with its log kept. */
export async function startForTest(input: {
  db: TestDatabase;
  platform: Platform;
  tenant: string;
  userIdOf: (name: PersonName) => string;
  environment: Record<string, string>;
  teamsAuthOverrides?: Readonly<Record<string, string>>;
  withDay?: boolean;
  /** Whether it does what is due each minute by itself. */
  everyMinute?: boolean;
  /** Slack and Teams check signatures and tokens against the real time. */
  realTime?: boolean;
}) {
  const clock = testClock(input.realTime ? new Date() : testMorning);
  const seeded: Seeded = await seedScheme(input.db.prisma, {
    mode: input.platform === 'practice' ? 'practice' : 'live',
    platform: input.platform,
    tenant: input.tenant,
    userIdOf: input.userIdOf,
    now: clock.now(),
    ...(input.withDay !== undefined && { withDay: input.withDay }),
  });
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const fast = { burst: 1000, perSecond: 1000 };
  const service = await startService({
    config: {
      ...readConfig({ ...input.environment, PORT: '0', DATABASE_URL: input.db.url }),
      host: '127.0.0.1',
    },
    clock: clock.now,
    log: pino({ level: 'debug' }, sink),
    everyMinute: input.everyMinute ?? false,
    paces: { slack: fast, teams: fast, practice: fast },
    ...(input.teamsAuthOverrides && { teamsAuthOverrides: input.teamsAuthOverrides }),
  });
  return { service, clock, lines, seeded };
}
