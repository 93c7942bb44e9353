import { existsSync, readFileSync } from 'node:fs';

test('the threat model in ARCHITECTURE.md names only tests that there are', () => {
  const [, section = ''] = readFileSync('ARCHITECTURE.md', 'utf8').split('\n## Threat model\n');
  const rows = section.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| --'));
  const shownBy = rows.slice(1).map((row) => row.split('|')[3] ?? '');
  expect(shownBy.length).toBeGreaterThan(10);
  const named = shownBy.flatMap((cell) =>
    [...cell.matchAll(/`([\w/]+)`/g)].map(([, name]) => `test/${name}`),
  );
  expect(named.length).toBeGreaterThan(10);
  // The promises of test/behaviour are kept in files without .test, run once for each platform.
  expect(named.filter((name) => !existsSync(`${name}.test.ts`) && !existsSync(`${name}.ts`))).toEqual([]);
  const unproven = shownBy.filter((cell) => !/`[\w/]+`|\d/.test(cell));
  expect(unproven).toEqual([]);
});
