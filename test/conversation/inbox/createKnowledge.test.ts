import { createKnowledge } from '../../../src/conversation/inbox/createKnowledge';
import { withTestDatabases } from '../../helpers/database';

withTestDatabases('what every turn needs to know', (db) => {
  const start = Date.parse('2026-11-24T11:00:00Z');
  let time = start;
  const knowledge = () => createKnowledge({ prisma: db.prisma, clock: () => new Date(time) });

  beforeEach(async () => {
    time = start;
    await db.prisma.scheme.create({
      data: { id: 1, mode: 'practice', name: 'Test district', accessContact: 'ask Dana' },
    });
    await db.prisma.school.create({
      data: { name: 'The Costello School', phase: 'secondary', aliases: ['costello'] },
    });
    await db.prisma.place.create({
      data: { name: 'Festival Place', kind: 'shopping_centre', aliases: ['fp'] },
    });
  });
  afterEach(() => db.truncate());

  const rename = (accessContact: string) =>
    db.prisma.scheme.update({ where: { id: 1 }, data: { accessContact } });

  test('is the settings, the schools and places, and words read by them', async () => {
    const { settings, gazetteer, understanding } = await knowledge()();
    expect(settings).toMatchObject({ accessContact: 'ask Dana', undoMinutes: 10 });
    expect(gazetteer).toMatchObject({
      schools: [{ name: 'The Costello School' }],
      places: [{ name: 'Festival Place' }],
    });
    const text = 'kai brown 14 costello, at fp just now alone, no reason';
    const { encounters } = understanding.read({ sentAt: '2026-11-24T10:52:00Z', text });
    expect(encounters).toMatchObject([{ school: 'The Costello School', place: 'Festival Place' }]);
  });

  test('is read again after 15 seconds, not before', async () => {
    const now = knowledge();
    const first = await now();
    await rename('ask Jo');
    time = start + 14_999;
    expect(await now()).toBe(first);
    time = start + 15_000;
    expect((await now()).settings.accessContact).toBe('ask Jo');
    await rename('ask Tom');
    time = start + 29_999;
    expect((await now()).settings.accessContact).toBe('ask Jo');
  });

  test('is read again where the clock was put back', async () => {
    const now = knowledge();
    await now();
    await rename('ask Jo');
    time = start - 1;
    expect((await now()).settings.accessContact).toBe('ask Jo');
    await rename('ask Tom');
    expect((await now()).settings.accessContact).toBe('ask Jo');
  });

  test('the words’ reader is made anew only where schools or places have changed', async () => {
    const now = knowledge();
    const first = await now();
    await rename('ask Jo');
    time += 15_000;
    const second = await now();
    expect(second).not.toBe(first);
    expect(second.understanding).toBe(first.understanding);
    await db.prisma.place.create({ data: { name: 'Eastrop Park', kind: 'park', aliases: [] } });
    time += 15_000;
    const third = await now();
    expect(third.understanding).not.toBe(first.understanding);
    const text = 'kai brown 14 costello, at eastrop park just now alone, no reason';
    expect(third.understanding.read({ sentAt: '2026-11-24T10:52:00Z', text }).encounters).toMatchObject([
      { place: 'Eastrop Park' },
    ]);
  });
});
