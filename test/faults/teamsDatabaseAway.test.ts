import { withTestDatabases } from '../helpers/database';
import { type DatabaseLine, startDatabaseLine } from '../helpers/databaseLine';
import { buttonOf, type TeamsActivities, type TeamsPerson, type TeamsServer, textOf } from '../helpers/teams';
import { startTeamsService, type TeamsService, teamsUserOf } from '../helpers/teamsService';

const kai = 'kai brown 14 costello, festival place just now w 2 mates, says dentist, walked him back';

withTestDatabases('the database stops while Teams is in use', (db) => {
  let line: DatabaseLine;
  let server: TeamsServer;
  let running: TeamsService;
  let teams: TeamsActivities;
  let osei: TeamsPerson;
  beforeEach(async () => {
    line = await startDatabaseLine(db.url);
    running = await startTeamsService(db, { url: line.url });
    ({ server, activities: teams } = running);
    osei = teams.person({ aadObjectId: teamsUserOf('osei'), name: 'Ama Osei' });
  });
  afterEach(async () => {
    await running.stop();
    await line.close();
    await db.truncate();
  });

  const cards = () => server.messagesOf(osei.conversation).map(({ card }) => card);
  const notices = () =>
    cards()
      .map(textOf)
      .filter((words) => words.startsWith('Not saved yet'));
  const checkCard = () => cards().find((card) => textOf(card).startsWith('Check and save'));

  test('a message is answered 503 and its writer told once; sent again, also under a new id, it is one draft', async () => {
    await line.cut();
    const first = await osei.writes(kai);
    expect(first.status).toBe(503);
    expect((await osei.writes(kai)).status).toBe(503);
    await running.service.settled();
    expect(notices()).toHaveLength(1);
    expect(notices()[0]).toMatch(/wait for a card.*ring your coordinator: reference [0-9A-F]{6}\./);
    await line.mend();
    expect((await teams.send(first.activity)).status).toBe(200);
    expect((await teams.send({ ...first.activity, id: `${first.activity.id}9` })).status).toBe(200);
    expect((await osei.writes(kai)).status).toBe(200);
    await running.service.settled();
    expect(await db.prisma.draft.count()).toBe(1);
    expect(cards().filter((card) => textOf(card).startsWith('Check and save'))).toHaveLength(1);
  });

  test('a press and a form are told so in their answer, and work when the database is back', async () => {
    await osei.writes(kai);
    await running.service.settled();
    const save = buttonOf(checkCard(), 'Save').token;
    const change = buttonOf(checkCard(), 'Change').token;
    const form = teams.formIn(await osei.opensForm(change));
    await line.cut();
    const press = await osei.presses(save);
    expect(press).toMatchObject({ status: 200, body: { statusCode: 200 } });
    expect(JSON.stringify(press.body)).toContain("Not saved yet. Rollcall can't reach its records just now.");
    const submitted = await osei.submits(form, { age: 13 });
    expect(submitted).toMatchObject({ status: 200, body: { task: { type: 'message' } } });
    expect(JSON.stringify(submitted.body)).toMatch(/Not saved yet\. .*open the form again in a minute/);
    await line.mend();
    expect((await osei.presses(save)).status).toBe(200);
    await running.service.settled();
    expect(await db.prisma.encounter.count()).toBe(1);
  });
});
