import type { PracticeMessage } from './practiceStore';

type Listener = (message: PracticeMessage) => void;

/** Tells open pages of every message that is written, changed or deleted. */
export interface ChangeFeed {
  publish(message: PracticeMessage): void;
  /** Returns what ends the subscription. */
  subscribe(listener: Listener): () => void;
}

/** A feed inside this process: the practice room is one machine's. */
export function createChangeFeed(): ChangeFeed {
  const listeners = new Set<Listener>();
  return {
    publish: (message) => {
      for (const listener of listeners) listener(message);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
