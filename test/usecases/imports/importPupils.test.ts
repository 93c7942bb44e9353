import { withTestDatabases } from '../../helpers/database';
import { countsOf, importText, problemsOf, seedImporting } from './importing';

const header =
  'upn,given name,family name,known as,date of birth,year group,school,household,address,postcode';
const [upnA, upnB] = ['R201100018042', 'H801200001001'];

withTestDatabases('a file of pupils', (db) => {
  beforeEach(() => seedImporting(db));

  const stored = () =>
    db.pg<{ upn: string; name: string; school: string; born: string; year: number; address: string }>(
      `SELECT c.upn, c."givenName" || ' ' || c."familyName" AS name, s.name AS school, c."dateOfBirth"::text AS born,
         c."yearGroup" AS year, h.address
       FROM "Child" c JOIN "School" s ON s.id = c."schoolId" LEFT JOIN "Household" h ON h.id = c."householdId"
       ORDER BY c.number`,
    );

  test('is stored as written, the school found by its name or alias', async () => {
    const counts = countsOf(
      await importText(db, 'pupils', [
        header,
        `${upnA},Ann,Reed,,14/03/2012,Year 10,Oak School,H1,"1 Mill Lane, Basingstoke",rg214al`,
        ',Bo,Reed,,2021-11-06,R,oak tech,H1,,',
      ]),
    );
    expect(counts).toEqual([2, 0, 0]);
    const address = '1 Mill Lane, Basingstoke';
    expect(await stored()).toEqual([
      { upn: upnA, name: 'Ann Reed', school: 'Oak School', born: '2012-03-14', year: 10, address },
      { upn: null, name: 'Bo Reed', school: 'Oak School', born: '2021-11-06', year: 0, address },
    ]);
    expect(await db.pg('SELECT postcode FROM "Household"')).toEqual([{ postcode: 'RG21 4AL' }]);
  });

  test('with a UPN, a pupil who changed school and name stays the same pupil', async () => {
    await importText(db, 'pupils', [header, `${upnA},Ann,Reed,,14/03/2012,9,Oak School,,,`]);
    const again = await importText(db, 'pupils', [header, `${upnA},Anna,Reed,,14/03/2012,10,Ash School,,,`]);
    expect(countsOf(again)).toEqual([0, 1, 0]);
    expect(await stored()).toMatchObject([{ name: 'Anna Reed', school: 'Ash School', year: 10 }]);
  });

  test('a pupil stored without a UPN gets it by school, name and date of birth, and keeps it', async () => {
    await importText(db, 'pupils', [header, ',Ann,O’Dowd,,14/03/2012,9,Oak School,,,']);
    const numbered = await importText(db, 'pupils', [
      header,
      `${upnA},ann,O'Dowd,,14/03/2012,9,Oak School,,,`,
    ]);
    const without = await importText(db, 'pupils', [header, ",ann,O'Dowd,,14/03/2012,9,Oak School,,,"]);
    expect([countsOf(numbered), countsOf(without)]).toEqual([
      [0, 1, 0],
      [0, 0, 1],
    ]);
    expect(await stored()).toMatchObject([{ upn: upnA }]);
  });

  test('two of one name with UPNs of their own are two pupils; without a UPN nobody can tell which', async () => {
    const rows = [
      `${upnA},Ann,Reed,,14/03/2012,9,Oak School,,,`,
      `${upnB},Ann,Reed,,14/03/2012,9,Oak School,,,`,
    ];
    expect(countsOf(await importText(db, 'pupils', [header, ...rows]))).toEqual([2, 0, 0]);
    expect(
      problemsOf(await importText(db, 'pupils', [header, ',Ann,Reed,,14/03/2012,9,Oak School,,,'])),
    ).toEqual([expect.stringContaining('2 upn: is needed')]);
  });

  test('a UPN does not take over the record of somebody of another name and date of birth', async () => {
    await importText(db, 'pupils', [header, `${upnA},Ann,Reed,,14/03/2012,9,Oak School,,,`]);
    const slip = await importText(db, 'pupils', [header, `${upnA},Bo,Finch,,01/01/2014,7,Oak School,,,`]);
    expect(problemsOf(slip)).toEqual([expect.stringContaining('2 upn: belongs to')]);
    expect(await stored()).toMatchObject([{ name: 'Ann Reed' }]);
  });

  test('a pupil who stands twice is refused, and both lines are named', async () => {
    const twice = await importText(db, 'pupils', [
      header,
      `${upnA},Ann,Reed,,14/03/2012,9,Oak School,,,`,
      ',Bo,Finch,,01/01/2014,7,Oak School,,,',
      ',BO,FINCH,,2014-01-01,7,Oak Tech,,,',
      `${upnA},Ann,Reed,,14/03/2012,9,Ash School,,,`,
      ',Ann,Reed,,14/03/2012,9,Oak School,,,',
    ]);
    expect(problemsOf(twice)).toEqual([
      expect.stringMatching(/^4 date of birth: .*line 3/),
      expect.stringMatching(/^5 upn: .*line 2/),
      expect.stringMatching(/^6 date of birth: .*line 2/),
    ]);
    expect(await stored()).toEqual([]);
  });

  test('every wrong cell is named with its line, its column and what to write', async () => {
    const wrong = await importText(db, 'pupils', [
      header,
      'R201100018043,Ann,Reed,,14/03/2012,9,Oak School,,,',
      'R2011,Ann,Reed,,14/03/12,9,Oak School,,,',
      ',,Reed,,14/03/1962,Year nine,Oke School,,,',
      ',Cy,Reed,,,20,Elsewhere Academy,,1 Road,RG21 4CL',
    ]);
    expect(problemsOf(wrong).map((problem) => problem.split(':')[0])).toEqual([
      '2 upn',
      '3 upn',
      '3 date of birth',
      '4 given name',
      '4 date of birth',
      '4 year group',
      '4 school',
      '5 postcode',
      '5 household',
      '5 date of birth',
      '5 year group',
      '5 school',
    ]);
    expect(problemsOf(wrong).join('\n')).toContain(
      '4 school: is not a school on record. The nearest name is "Oak School"',
    );
  });

  test('children of one household can’t have two addresses', async () => {
    const rows = [
      ',Ann,Reed,,14/03/2012,9,Oak School,H1,1 Road,',
      ',Bo,Reed,,14/03/2013,8,Oak School,H1,2 Road,',
    ];
    expect(problemsOf(await importText(db, 'pupils', [header, ...rows]))).toEqual([
      expect.stringMatching(/^3 address: differs from line 2/),
    ]);
  });

  test('a new address is a change of everybody who lives there', async () => {
    const rows = (address: string) => [
      header,
      `,Ann,Reed,,14/03/2012,9,Oak School,H1,${address},`,
      ',Bo,Reed,,14/03/2013,8,Oak School,H1,,',
      ',Cy,Finch,,14/03/2013,8,Oak School,H2,3 Road,',
    ];
    await importText(db, 'pupils', rows('1 Road'));
    expect(countsOf(await importText(db, 'pupils', rows('2 Road')))).toEqual([0, 2, 1]);
    expect((await stored()).map(({ address }) => address)).toEqual(['2 Road', '2 Road', '3 Road']);
  });

  test('a column that the file does not have is left as it is, an empty cell empties', async () => {
    const first = `${upnA},Ann,Reed,Annie,14/03/2012,9,Oak School,H1,1 Road,RG21 4AL`;
    await importText(db, 'pupils', [header, first]);
    const short = [
      'upn,given name,family name,date of birth,school,known as',
      `${upnA},Ann,Reed,14/03/2012,Oak School,`,
    ];
    expect(countsOf(await importText(db, 'pupils', short))).toEqual([0, 1, 0]);
    expect(await db.pg('SELECT "knownAs", "yearGroup" FROM "Child"')).toEqual([
      { knownAs: null, yearGroup: 9 },
    ]);
    expect(await stored()).toMatchObject([{ address: '1 Road' }]);
  });

  test('bad rows are left out when asked, and what remains is stored', async () => {
    const rows = [',Ann,Reed,,14/03/2012,9,Oak School,,,', ',Bo,Reed,,14/03/12,8,Oak School,,,'];
    const skipped = await importText(db, 'pupils', [header, ...rows], { skipBadRows: true });
    expect(skipped).toMatchObject({ kind: 'imported', created: 1, leftOut: 1 });
    expect((await stored()).map(({ name }) => name)).toEqual(['Ann Reed']);
  });

  test('a child met on a day and matched with nobody is not taken for a pupil', async () => {
    const school = await db.prisma.school.findFirstOrThrow({ where: { name: 'Oak School' } });
    const dateOfBirth = new Date('2012-03-14');
    await db.prisma.child.create({
      data: { identified: false, givenName: 'Ann', familyName: 'Reed', dateOfBirth, schoolId: school.id },
    });
    const row = ',Ann,Reed,,14/03/2012,9,Oak School,,,';
    expect(countsOf(await importText(db, 'pupils', [header, row]))).toEqual([1, 0, 0]);
  });
});
