import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withTestDatabases } from '../helpers/database';
import { administrator, seedAdmin, type } from './typing';
const L = 'ABCDEFGHJKLMNPQRTUVWXYZ';
const upn = (i: number) => { const d = `850${String(1000 + (i % 9000)).padStart(4,'0')}${String(10 + Math.floor(i / 9000)).padStart(2,'0')}${String(i % 997).padStart(3,'0')}`; const s=[...d].reduce((t,c,k)=>t+Number(c)*(k+2),0); return L[s%23]+d; };
withTestDatabases('bench', (db) => {
  test('50k', async () => {
    await seedAdmin(db);
    const schools = readFileSync(join(__dirname, '../../prisma/samples/schools.csv'));
    await type(db, ['--as', administrator, 'import', 'schools', 's.csv'], { 's.csv': schools });
    const make = (year: number) => Buffer.from(['upn,given name,family name,date of birth,year group,school,household,address,postcode', ...Array.from({ length: 50_000 }, (_, i) => `${upn(i)},Given${i % 400},Family${Math.floor(i / 400)},${1 + (i % 28)}/0${1 + i % 9}/2012,${year},Cranbourne,H${Math.floor(i / 2)},"${i >> 1} Long Road, Basingstoke",RG21 4AL`)].join('\n'));
    const out: string[] = [];
    for (const year of [9, 9, 10]) {
      const t = Date.now();
      const r = await type(db, ['--as', administrator, 'import', 'pupils', 'p.csv'], { 'p.csv': make(year) });
      out.push(`${db.kind} ${Date.now() - t} ms ${r.lines.at(-1)}`);
    }
    process.stderr.write(`${out.join('\n')} rss ${Math.round(process.memoryUsage().rss / 1e6)}\n`);
  }, 600_000);
});
