import { withTestDatabases } from '../../helpers/database';
import { countsOf, importText, problemsOf, seedImporting } from './importing';

withTestDatabases('files of schools and places', (db) => {
  beforeEach(() => seedImporting(db));

  test('a school is known by its URN, and may change its name', async () => {
    const header = 'name,phase,urn,aliases';
    await importText(db, 'schools', [header, 'Elm School,primary,123456,Elm;The Elm']);
    const again = await importText(db, 'schools', [header, 'Elm Academy,primary,123456,Elm']);
    expect(countsOf(again)).toEqual([0, 1, 0]);
    expect(await db.pg('SELECT name, aliases FROM "School" WHERE urn IS NOT NULL')).toEqual([
      { name: 'Elm Academy', aliases: ['Elm'] },
    ]);
  });

  test('a school without a URN gets it by its name', async () => {
    expect(
      countsOf(await importText(db, 'schools', ['name,phase,urn', 'oak school,secondary,123456'])),
    ).toEqual([0, 1, 0]);
  });

  test('wrong and repeated schools are named', async () => {
    const wrong = [
      'Elm,kindergarten,12,',
      'ELM,primary,,',
      'Oak School,secondary,123456,RG1',
      'Fir,,123456,',
    ];
    expect(
      problemsOf(await importText(db, 'schools', ['name,phase,urn,postcode', ...wrong])).map(
        (problem) => problem.split(':')[0],
      ),
    ).toEqual(['2 urn', '2 phase', '3 name', '4 postcode', '5 phase', '5 urn']);
  });

  test('a place is known by its name, and can be put out of use', async () => {
    await importText(db, 'places', ['name,kind,aliases', 'Lime Pits,park,Pits']);
    const again = await importText(db, 'places', ['name,kind,active', 'LIME PITS,Park,no']);
    expect(countsOf(again)).toEqual([0, 1, 0]);
    expect(await db.pg('SELECT kind, aliases, active FROM "Place"')).toEqual([
      { kind: 'park', aliases: ['Pits'], active: false },
    ]);
  });

  test('wrong and repeated places are named', async () => {
    expect(
      problemsOf(
        await importText(db, 'places', ['name,kind', 'Lime Pits,moon', 'lime pits,park', ',park']),
      ).map((problem) => problem.split(':')[0]),
    ).toEqual(['2 kind', '3 name', '4 name']);
  });
});
