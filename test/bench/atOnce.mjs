/**
 * Does `run` for every item, so many at once, each worker taking the next as soon as it is done (closed loop).
 * @returns items a second, and how long each took in milliseconds
 */
export async function atOnce({ workers, items, run }) {
  const times = [];
  let next = 0;
  const start = performance.now();
  const work = async (worker) => {
    while (next < items.length) {
      const item = items[next];
      next += 1;
      const from = performance.now();
      await run(item, worker);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)));
  return { perSecond: (items.length * 1000) / (performance.now() - start), times };
}
