import { AuthorizationError, InvalidStateError, MissingCodeError, MissingStateError } from '@slack/oauth';
import express, { type Response, type Router } from 'express';
import type { Logger } from 'pino';
import { errorCode } from '../receive/errorCode';
import { createInstallProvider, unusable } from './installProvider';
import type { InstallSettings } from './installSettings';
import { installedPage, installPath, notInstalledPage, redirectPath } from './pages';

/** The two pages of an installation: `GET /slack/install`, and `GET /slack/oauth_redirect`, to which Slack returns. */
export function installRouter(
  input: InstallSettings & {
    readonly apiUrl: string | undefined;
    readonly log: Logger;
    readonly clock: () => Date;
  },
): Router {
  const { log, prisma } = input;
  const provider = createInstallProvider(input);
  const router = express.Router();

  router.get(installPath, async (request, response) => {
    protect(response);
    try {
      await provider.handleInstallPath(request, response);
    } catch (error) {
      log.warn({ platform: 'slack', code: errorCode(error) }, 'installation not begun');
      say(response, 503, 'Rollcall can’t begin an installation just now. Try again in ten minutes.');
    }
  });

  router.get(redirectPath, async (request, response) => {
    protect(response);
    await provider.handleCallback(request, response, {
      afterInstallation: async (installation) => {
        const why = unusable(installation);
        if (why !== null) say(response, 400, `Nothing was kept. ${why}`);
        return why === null;
      },
      successAsync: async ({ team }) => {
        const stored = await prisma.slackInstallation.findUnique({ where: { team: team?.id ?? '' } });
        const state = stored?.state === 'approved' ? 'approved' : 'pending';
        log.info({ platform: 'slack', team: team?.id, state }, 'workspace installed the app');
        response.status(200).send(installedPage(team?.id ?? '', state));
      },
      failureAsync: async (error) => {
        log.warn({ platform: 'slack', code: errorCode(error) }, 'installation not finished');
        const { status, sentence } = failure(error);
        say(response, status, sentence);
      },
    });
  });
  return router;
}

function failure(error: Error): { status: number; sentence: string } {
  if (error instanceof AuthorizationError)
    return { status: 200, sentence: 'Nothing was installed: Slack says that you cancelled.' };
  if (
    error instanceof InvalidStateError ||
    error instanceof MissingStateError ||
    error instanceof MissingCodeError
  )
    return {
      status: 400,
      sentence:
        'Nothing was installed. An installation must be finished within ten minutes, once, in the browser that began it.',
    };
  return {
    status: 502,
    sentence:
      'Rollcall could not finish this. Slack may show it as installed, but it does not work yet: install it again in a minute.',
  };
}

/** The address of this page holds a secret of Slack's: it goes nowhere, and the page runs and loads nothing. */
function protect(response: Response): void {
  response.set({
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
}

function say(response: Response, status: number, sentence: string): void {
  if (!response.headersSent) response.status(status).send(notInstalledPage(sentence));
}
