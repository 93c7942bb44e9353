const lookEveryMs = 250;

/**
 * Calls `ended` when the service was started by `npm start` and that has ended. npm gives a SIGTERM to its shell only,
 * which ends without passing it on: the service would go on alone, with nobody who knows of it.
 */
export function whenNpmEnds(ended: () => void): void {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    ended();
  }, lookEveryMs);
  timer.unref();
}
