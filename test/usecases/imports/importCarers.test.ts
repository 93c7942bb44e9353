import { withTestDatabases } from '../../helpers/database';
import { countsOf, importText, problemsOf, seedImporting } from './importing';

const header =
  'key,household,given name,family name,relationship,phone,address,may be written to,safe to write to,language';

withTestDatabases('a file of carers', (db) => {
  beforeEach(async () => {
    await seedImporting(db);
    await db.prisma.household.createMany({ data: [{ key: 'H1' }, { key: 'H2' }] });
  });

  test('nobody is written to unless the file says that it is allowed and safe', async () => {
    await importText(db, 'carers', [
      header,
      ',H1,Dawn,Reed,mother,07700 900123,,yes,yes,Polish',
      ',H1,Paul,Reed,father,,,,,',
    ]);
    expect(
      await db.pg('SELECT "givenName", phone, "mayBeWrittenTo", "safeToWriteTo" FROM "Carer" ORDER BY 1'),
    ).toEqual([
      { givenName: 'Dawn', phone: '07700 900123', mayBeWrittenTo: true, safeToWriteTo: true },
      { givenName: 'Paul', phone: null, mayBeWrittenTo: false, safeToWriteTo: false },
    ]);
  });

  test('again, by household and name; a key given later is taken on and then knows the carer by itself', async () => {
    await importText(db, 'carers', [header, ',H1,Dawn,Reed,mother,,,,,']);
    const again = await importText(db, 'carers', [header, ',H1,dawn,REED,mother,01632 960001,,,,']);
    const keyed = await importText(db, 'carers', [header, 'C9,H1,Dawn,Reed,mother,01632 960001,,,,']);
    const renamed = await importText(db, 'carers', [header, 'C9,H2,Dawn,Finch,mother,01632 960001,,,,']);
    expect([countsOf(again), countsOf(keyed), countsOf(renamed)]).toEqual([
      [0, 1, 0],
      [0, 1, 0],
      [0, 1, 0],
    ]);
    expect(await db.pg('SELECT key, "familyName" FROM "Carer"')).toEqual([
      { key: 'C9', familyName: 'Finch' },
    ]);
  });

  test('wrong cells, an unknown household and a carer twice are named', async () => {
    const wrong = [
      ',H1,Dawn,Reed,mother,ring her,,maybe,,',
      ',H9,Paul,Reed,father,,,,,',
      ',H2,Ann,Finch,,,,,,',
      'C1,H1,Bo,Reed,father,,,,,',
      'C1,H1,Cy,Reed,father,,,,,',
    ];
    expect(
      problemsOf(await importText(db, 'carers', [header, ...wrong])).map((problem) => problem.split(':')[0]),
    ).toEqual(['2 phone', '2 may be written to', '3 household', '4 relationship', '6 key']);
  });
});
