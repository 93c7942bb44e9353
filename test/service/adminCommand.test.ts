import { join } from 'node:path';
import { seedAdmin } from '../admin/typing';
import { withTestServer } from '../helpers/database';
import { runSource } from '../helpers/runSource';

const root = join(__dirname, '..', '..');

/** Runs the command line as `npm run admin` does. */
const runProcess = (url: string, argv: readonly string[]) =>
  runSource('service/adminCommand.ts', { DATABASE_URL: url }, argv);

withTestServer('npm run admin', (db) => {
  test('imports a file as the restricted role of the application, and ends with the right code', async () => {
    await seedAdmin(db);
    const url = db.appUrl ?? db.url;
    const file = join(root, 'prisma', 'samples', 'schools.csv');
    const imported = await runProcess(url, ['--as', 'S-2', 'import', 'schools', file]);
    expect(imported).toEqual({
      code: 0,
      output: 'schools.csv was read as UTF-8.\nImported 45 schools: 45 new, 0 updated, 0 unchanged.\n',
    });
    expect((await runProcess(url, ['--as', 'S-3', 'import', 'schools', file])).code).toBe(1);
    expect((await runProcess(url, ['import', 'schools', file])).code).toBe(2);
    const begun = ['scheme', 'create', '--live', '--name', 'N', '--access-contact', 'c', '--agency-key', 'k'];
    const first = ['--agency-name', 'A', '--first-administrator', 'a@example.org', 'A', 'B'];
    expect(await runProcess(url, [...begun, ...first])).toMatchObject({
      code: 1,
      output: expect.stringContaining('has a scheme already'),
    });
  });

  test('a database that is away is said, without its address', async () => {
    const away = 'postgresql://someone:secret@127.0.0.1:1/nowhere';
    const { code, output } = await runProcess(away, ['--as', 'S-2', 'scheme', 'show']);
    expect(code).toBe(1);
    expect(output).toContain('This was not done, and nothing was stored');
    expect(output).not.toMatch(/secret|127\.0\.0\.1/);
  });
});
