import { createLanes } from '../../../src/conversation/inbox/createLanes';

/** Waiting items for each person; `next` takes the oldest, as the inbox does. */
function lanesOver(waiting: Record<string, string[]>, width = 2) {
  const done: string[] = [];
  const running = new Set<string>();
  let most = 0;
  const failures: string[] = [];
  const lanes = createLanes({
    width,
    failed: (person) => failures.push(person),
    next: async (person) => {
      if (running.has(person)) throw new Error(`${person} runs twice at once`);
      running.add(person);
      most = Math.max(most, running.size);
      await new Promise((resolve) => setImmediate(resolve));
      running.delete(person);
      const item = waiting[person]?.shift();
      if (item === 'fails') throw new Error('told to fail');
      if (item !== undefined) done.push(`${person}${item}`);
      return item !== undefined;
    },
  });
  return { lanes, done, failures, most: () => most };
}

test('one person’s messages are handled one after another, several people at once up to the width', async () => {
  const { lanes, done, most } = lanesOver({ a: ['1', '2', '3'], b: ['1', '2'], c: ['1'] });
  for (const person of ['a', 'b', 'c']) lanes.nudge(person);
  await lanes.idle();
  expect(done.filter((item) => item.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  expect(done).toHaveLength(6);
  expect(most()).toBe(2);
});

test('somebody nudged while their lane is finishing is not forgotten', async () => {
  const waiting: Record<string, string[]> = { a: ['1'] };
  const { lanes, done } = lanesOver(waiting);
  lanes.nudge('a');
  await new Promise((resolve) => setImmediate(resolve));
  waiting.a?.push('2');
  lanes.nudge('a');
  await lanes.idle();
  expect(done).toEqual(['a1', 'a2']);
});

test('one person’s failure stops nobody else, and is told', async () => {
  const { lanes, done, failures } = lanesOver({ a: ['fails'], b: ['1', '2'] });
  lanes.nudge('a');
  lanes.nudge('b');
  await lanes.idle();
  expect(done).toEqual(['b1', 'b2']);
  expect(failures).toEqual(['a']);
});

test('a stopped service finishes what runs and takes nothing new', async () => {
  const { lanes, done } = lanesOver({ a: ['1', '2', '3'] });
  lanes.nudge('a');
  await lanes.stop();
  lanes.nudge('a');
  expect(done.length).toBeLessThan(3);
});
