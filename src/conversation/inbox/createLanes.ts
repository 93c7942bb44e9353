/**
 * Runs work for many people at once, and for each person one thing after another. `next` handles the person's oldest
 * waiting message and says whether there may be more; it is called until there are none.
 */
export interface Lanes {
  /** There is something for this person. Returns at once. */
  nudge(accountId: string): void;
  /** The width may have grown: whoever waits is served. Returns at once. */
  refill(): void;
  /** Resolves when nothing is running or waiting. */
  idle(): Promise<void>;
  /** Takes nothing new; resolves when what runs is done. */
  stop(): Promise<void>;
}

export function createLanes(input: {
  /** How many people are served at the same time just now; at least one. */
  width: () => number;
  next: (accountId: string) => Promise<boolean>;
  failed: (accountId: string, error: unknown) => void;
}): Lanes {
  const waiting = new Set<string>();
  const running = new Set<string>();
  const again = new Set<string>();
  const watchers: (() => void)[] = [];
  let stopped = false;

  const run = async (accountId: string) => {
    try {
      while (!stopped && (await input.next(accountId))) again.delete(accountId);
    } catch (error) {
      input.failed(accountId, error);
    } finally {
      running.delete(accountId);
      if (again.delete(accountId)) waiting.add(accountId);
      fill();
    }
  };

  const fill = () => {
    for (const accountId of waiting) {
      if (stopped || running.size >= input.width()) break;
      waiting.delete(accountId);
      running.add(accountId);
      void run(accountId);
    }
    // Nobody runs only where nobody waits, or nobody may run any more.
    if (running.size === 0) for (const watcher of watchers.splice(0)) watcher();
  };

  const idle = () =>
    new Promise<void>((resolve) => {
      watchers.push(resolve);
      fill();
    });

  return {
    nudge: (accountId) => {
      // Somebody nudged while their lane was finishing must not be forgotten.
      if (running.has(accountId)) again.add(accountId);
      else waiting.add(accountId);
      fill();
    },
    refill: fill,
    idle,
    stop: async () => {
      stopped = true;
      await idle();
    },
  };
}
