import type { TestDatabase } from '../helpers/database';
import { withTestDatabases } from '../helpers/database';
import type { RunningPlatform, SeenCard } from './platforms/platform';

/** What a behaviour test gets: a fresh database, and the service running on a platform. */
export interface Room {
  readonly db: TestDatabase;
  /** Starts the service; each test starts its own. */
  start(options?: { withDay?: boolean }): Promise<RunningPlatform>;
}

export type StartPlatform = (db: TestDatabase, options?: { withDay?: boolean }) => Promise<RunningPlatform>;

/** Runs the same promises on a platform, over the embedded database and over a PostgreSQL server. */
export function describeOnPlatform(
  name: string,
  start: StartPlatform,
  describeTests: (room: Room) => void,
): void {
  withTestDatabases(name, (db) => {
    let running: RunningPlatform | null = null;
    afterEach(async () => {
      await running?.stop();
      running = null;
      await db.truncate();
    });
    describeTests({
      db,
      start: async (options) => {
        running = await start(db, options);
        return running;
      },
    });
  });
}

/** The newest card. @throws where there is none */
export function newest(cards: readonly SeenCard[]): SeenCard {
  const card = cards.at(-1);
  if (card === undefined) throw new Error('there is no card');
  return card;
}

/** What Constable Osei wrote, saved; the coordinator has written once, without which Teams lets nobody write to her. */
export async function savedEncounter(room: Room, text: string) {
  const platform = await room.start();
  const [osei, whitlock] = [platform.colleague('osei'), platform.colleague('whitlock')];
  await whitlock.writes('help');
  await osei.writes(text);
  await platform.settled();
  await osei.presses('Save');
  await platform.settled();
  return { platform, osei, whitlock };
}
