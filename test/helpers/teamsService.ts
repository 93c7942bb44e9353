import { startForTest } from '../behaviour/platforms/startForTest';
import type { TestDatabase } from './database';
import type { PersonName } from './seedScheme';
import { startTeamsServer, type TeamsActivities, type TeamsServer, teamsActivities } from './teams';

/** The whole service on Teams, with a stand-in for Microsoft's servers. */
export interface TeamsService extends Awaited<ReturnType<typeof startForTest>> {
  readonly server: TeamsServer;
  readonly activities: TeamsActivities;
  stop(): Promise<void>;
}

/** The object id of somebody in the stood-in tenant, where a test gives no other. */
export const teamsUserOf = (name: PersonName) => `aad-${name}`;

/**
 * Starts it on a seeded database.
 * @param options.url where the service reaches the database
 * @param options.alsoAllowed a tenant it serves beside its own
 */
export async function startTeamsService(
  db: TestDatabase,
  options: {
    url?: string;
    userIdOf?: (name: PersonName) => string;
    alsoAllowed?: string;
    withDay?: boolean;
  } = {},
): Promise<TeamsService> {
  const { url = db.url, userIdOf = teamsUserOf, alsoAllowed, withDay } = options;
  const server = await startTeamsServer();
  const running = await startForTest({
    db: { ...db, url },
    platform: 'teams',
    tenant: server.tenant,
    userIdOf,
    realTime: true,
    environment: {
      MicrosoftAppId: server.appId,
      MicrosoftAppPassword: server.settings.appPassword,
      MicrosoftAppTenantId: server.tenant,
      ...(alsoAllowed !== undefined && { TEAMS_ALLOWED_TENANTS: `${server.tenant}, ${alsoAllowed}` }),
    },
    teamsAuthOverrides: server.settings.authOverrides ?? {},
    ...(withDay !== undefined && { withDay }),
  });
  return {
    ...running,
    server,
    activities: teamsActivities({ baseUrl: running.service.url, server }),
    stop: async () => {
      await running.service.stop();
      await server.stop();
    },
  };
}
