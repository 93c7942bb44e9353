import pino from 'pino';
import { ConfigError, readConfig } from '../../src/config';
import { openDatabase } from '../../src/service/openDatabase';
import { withTestDatabases } from '../helpers/database';

const slack = { SLACK_BOT_TOKEN: 'xoxb', SLACK_SIGNING_SECRET: 's' };

withTestDatabases('real records and the practice room never share a database', (db) => {
  afterEach(() => db.truncate());

  const open = async (environment: Record<string, string>) => {
    const config = readConfig({ ...environment, DATABASE_URL: db.url });
    const database = await openDatabase({ config, clock: () => new Date(), log: pino({ level: 'silent' }) });
    await database.close();
  };
  const scheme = (mode: 'live' | 'practice') =>
    db.prisma.scheme.create({ data: { id: 1, mode, name: 'District', accessContact: 'ask the council' } });

  test('the practice room does not open on real records', async () => {
    await scheme('live');
    await expect(open({})).rejects.toThrow('This database holds real records');
    await expect(open({})).rejects.toThrow(ConfigError);
  });

  test('real platforms do not use the practice room’s database', async () => {
    await scheme('practice');
    await expect(open(slack)).rejects.toThrow('This database belongs to the practice room');
  });

  test('real platforms do not start on a database without a scheme, and say how to make one', async () => {
    await expect(open(slack)).rejects.toThrow('scheme create');
  });

  test('each opens on its own kind', async () => {
    await scheme('live');
    await expect(open(slack)).resolves.toBeUndefined();
  });
});
