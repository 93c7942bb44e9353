import { createPace, platformPaces } from '../../src/jobs/createPace';

test('a burst goes out at once, then one a second to the same conversation', () => {
  const wait = createPace({ burst: 3, perSecond: 1 });
  expect([0, 0, 0].map(() => wait('D1', 0))).toEqual([0, 0, 0]);
  expect(wait('D1', 0)).toBe(1000);
  expect(wait('D2', 0)).toBe(0);
  expect(wait('D1', 1000)).toBe(0);
  expect(wait('D1', 1000)).toBe(1000);
});

test('Teams’ paces stay under its limits: 7 a second and 60 in 30 seconds in a conversation', () => {
  const wait = createPace(platformPaces.teams);
  const sent: number[] = [];
  for (let at = 0; at < 60_000; at += 10) if (wait('a', at) === 0) sent.push(at);
  const most = (ms: number) =>
    Math.max(...sent.map((from) => sent.filter((at) => at >= from && at < from + ms).length));
  expect(most(1000)).toBeLessThanOrEqual(8);
  expect(most(30_000)).toBeLessThanOrEqual(60);
});
