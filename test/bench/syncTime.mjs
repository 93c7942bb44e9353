import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { median } from './statistics.mjs';

/** Milliseconds that this disk takes to keep 8 kB for good (median of 50): the floor of every commit. */
export function syncTime(folder) {
  const file = openSync(join(folder, 'sync'), 'w');
  const page = Buffer.alloc(8192, 1);
  const times = Array.from({ length: 50 }, () => {
    const start = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  return median(times);
}
