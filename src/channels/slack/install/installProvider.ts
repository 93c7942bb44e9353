import { type Installation, InstallProvider, InvalidStateError, type StateStore } from '@slack/oauth';
import type { Logger } from 'pino';
import { inOneTransaction } from '../../../data/unitOfWork';
import { beginInstall, installMinutes, useInstallState } from '../../../usecases/workspaces/installState';
import { storeInstallation } from '../../../usecases/workspaces/storeInstallation';
import { boltLogger } from '../boltLogger';
import { botScopes } from '../scopeUses';
import { answerTimeout, clientOptions } from '../slackClient';
import type { InstallSettings } from './installSettings';
import { installPage } from './pages';

/** The prefix makes browsers keep the cookie to this very host, over HTTPS only. */
const stateCookie = '__Host-rollcall-slack-install';

interface Parts extends InstallSettings {
  readonly apiUrl: string | undefined;
  readonly log: Logger;
  readonly clock: () => Date;
}

/**
 * Bolt's own InstallProvider does the OAuth exchange and ties the state to the browser by a cookie; where states and
 * installations are kept is ours. Its `authorize` is not used: it knows no workspace that waits, and answers one that
 * is not there with an error, upon which Slack would send again and in the end switch events off.
 */
export function createInstallProvider(parts: Parts): InstallProvider {
  const { clientId, clientSecret, apiUrl, log } = parts;
  return new InstallProvider({
    clientId,
    clientSecret,
    stateStore: stateStore(parts),
    stateCookieName: stateCookie,
    stateCookieExpirationSeconds: installMinutes * 60,
    installUrlOptions: { scopes: [...botScopes] },
    renderHtmlForInstallPath: installPage,
    logger: boltLogger(log),
    clientOptions: clientOptions(apiUrl, answerTimeout),
    installationStore: {
      storeInstallation: async (installation) => {
        await store(parts, installation);
      },
      fetchInstallation: () => Promise.reject(new Error('Installations are read elsewhere')),
    },
  });
}

/** Why an installation can't be used; null: it can. Slack's answer is the app's own settings at api.slack.com. */
export function unusable(installation: Installation): string | null {
  if (installation.isEnterpriseInstall || installation.team === undefined)
    return 'Rollcall is installed workspace by workspace, not for a whole organisation. Choose one workspace when Slack asks.';
  if (installation.bot === undefined) return 'Slack gave no bot token. Check the app’s scopes.';
  if (installation.bot.refreshToken !== undefined)
    return 'Token rotation is switched on for this app. Switch it off in the app’s settings, then install again.';
  return null;
}

function stateStore({ prisma, clock }: Parts): StateStore {
  return {
    generateStateParam: () => beginInstall(prisma, clock()),
    verifyStateParam: async (_now, state) => {
      if (await useInstallState(prisma, state, clock())) return { scopes: [...botScopes] };
      throw new InvalidStateError('Unknown, too old, or used before');
    },
  };
}

async function store({ prisma, clock, tokenKeys }: Parts, installation: Installation): Promise<void> {
  const { team, bot } = installation;
  if (team === undefined || bot === undefined) throw new Error('Not the installation of a workspace');
  const installed = {
    team: team.id,
    teamName: team.name ?? '',
    botUserId: bot.userId,
    botToken: bot.token,
  };
  await inOneTransaction({ prisma, now: clock(), actor: { kind: 'service' } }, (work) =>
    storeInstallation(work, installed, tokenKeys),
  );
}
