import type { App, Authorize } from '@slack/bolt';
import type { Logger } from 'pino';
import { isDatabaseAway } from '../../../data/isDatabaseAway';
import type { SlackContext } from '../receive/slackContext';
import { createIgnoredCount } from './ignoredCount';
import { teamsNamed } from './teamsNamed';
import type { Workspace } from './workspace';
import type { Workspaces } from './workspaces';

/** Tells by body which workspace something came from, and lets through what comes from one that is served. */
export interface Desk {
  /** For Bolt. @throws where it can't be known now: an event then stays unacknowledged and comes again. */
  readonly authorize: Authorize<boolean>;
  /** Everything from a workspace that is not served ends here: acknowledged, counted, answered nothing. */
  guard(app: App): void;
  /** What a listener needs to answer this body. */
  here(body: object): SlackContext;
  /** Logs what is still to be logged. */
  close(): void;
}

export function createDesk(input: {
  readonly workspaces: Workspaces;
  readonly log: Logger;
  readonly clock: () => Date;
}): Desk {
  const { workspaces } = input;
  const ignored = createIgnoredCount(input);
  const served = new WeakMap<object, Workspace>();
  const refused = new WeakSet<object>();
  return {
    authorize: async (source, body) => {
      if (body === undefined) throw new Error('Nothing to authorise');
      const teams = teamsNamed(body);
      const found = await workspaces.serving(teams).catch((error: unknown) => {
        const last = isDatabaseAway(error) ? workspaces.lastServed(teams) : null;
        if (last === null) throw error;
        return last;
      });
      const teamId = source.teamId === undefined ? {} : { teamId: source.teamId };
      if ('notServed' in found) {
        ignored.add(found);
        refused.add(body);
        return teamId;
      }
      served.set(body, found);
      return { botToken: found.botToken, ...teamId };
    },
    guard: (app) =>
      app.use(async (args) => {
        if (!refused.has(args.body)) return args.next();
        if ('ack' in args && typeof args.ack === 'function') await args.ack();
      }),
    here: (body) => {
      const workspace = served.get(body);
      if (workspace === undefined) throw new Error('Not of a workspace that is served');
      return workspace.context;
    },
    close: ignored.write,
  };
}
