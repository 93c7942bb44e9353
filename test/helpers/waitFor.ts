import { setTimeout as pause } from 'node:timers/promises';

/** Waits for a condition, looking again every 20 milliseconds; fails after half a minute. */
export async function waitFor(holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for: ${holds}`);
    await pause(20);
  }
}
