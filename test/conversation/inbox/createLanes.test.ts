import { createLanes } from '../../../src/conversation/inbox/createLanes';

/** Waiting items for each person; `next` takes the oldest, as the inbox does. */
function lanesOver(waiting: Record<string, string[]>, width = () => 2) {
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

test('somebody nudged while the last look for them comes back empty is looked for again', async () => {
  const { lanes, looks } = lanesByHand();
  lanes.nudge('a');
  expect(looks).toHaveLength(1);
  lanes.nudge('a');
  looks[0]?.(false);
  await settled();
  expect(looks).toHaveLength(2);
  looks[1]?.(false);
  await lanes.idle();
  expect(looks).toHaveLength(2);
});

test('a stopped service finishes what runs and takes nothing new, of whomever', async () => {
  const { lanes, looks } = lanesByHand();
  for (const person of ['a', 'b', 'c']) lanes.nudge(person);
  lanes.nudge('a');
  let isStopped = false;
  const stopping = lanes.stop().then(() => {
    isStopped = true;
  });
  await settled();
  expect(isStopped).toBe(false);
  looks[0]?.(true);
  await settled();
  expect(isStopped).toBe(false);
  looks[1]?.(true);
  await stopping;
  lanes.nudge('d');
  await settled();
  // The two that ran; not a and b again, nor c who waited, nor d who came later.
  expect(looks).toHaveLength(2);
});

test('while the width is one, one person at a time; as soon as it grows, several', async () => {
  const waiting = { a: ['1'], b: ['1'], c: ['1'], d: ['1'] };
  let width = 1;
  const { lanes, done, most } = lanesOver(waiting, () => width);
  for (const person of ['a', 'b']) lanes.nudge(person);
  await lanes.idle();
  expect(most()).toBe(1);
  width = 2;
  for (const person of ['c', 'd']) lanes.nudge(person);
  await lanes.idle();
  expect(most()).toBe(2);
  expect(done).toHaveLength(4);
});

test('whoever waits is served as soon as it is said that the width has grown, not when a lane ends', async () => {
  let width = 1;
  const { lanes, looks } = lanesByHand(() => width);
  lanes.nudge('a');
  lanes.nudge('b');
  await settled();
  expect(looks).toHaveLength(1);
  width = 2;
  lanes.refill();
  await settled();
  expect(looks).toHaveLength(2);
});

/** Two lanes whose every look for a message is answered by hand. */
function lanesByHand(width = () => 2) {
  const looks: ((isMore: boolean) => void)[] = [];
  const lanes = createLanes({
    width,
    failed: () => undefined,
    next: () => new Promise((resolve) => looks.push(resolve)),
  });
  return { lanes, looks };
}

/** Lets everything that can happen now happen. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
