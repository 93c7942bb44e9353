import express, { type ErrorRequestHandler, Router } from 'express';
import { isLoopbackUrl } from '../loopback';
import { activitySchema } from './activity';
import { commonOf, tenantsOf } from './common';
import { localOnly } from './localOnly';
import { processActivity } from './processActivity';
import type { TeamsDoor } from './teamsDoor';
import { tenantAllowed } from './tenantAllowed';

/**
 * `POST /api/messages`. In order: from this machine where anonymous (403), a token at all (401), at most 256 KB
 * (413), well formed (400), the token is Microsoft's and meant for this bot (401, or 503 while Microsoft's keys
 * can't be fetched), an allowed tenant (403). Only then is anything read.
 */
export function teamsRouter(door: TeamsDoor): Router {
  const router = Router();
  const { settings } = door;
  if (settings.anonymous) router.use('/api/messages', localOnly);

  router.post('/api/messages', (request, response, next) => {
    if (settings.anonymous || request.headers.authorization) next();
    else response.sendStatus(401);
  });
  router.post('/api/messages', express.json({ limit: '256kb' }), async (request, response) => {
    const parsed = activitySchema.safeParse(request.body);
    const authorization = request.headers.authorization ?? '';
    if (!settings.anonymous) {
      const refusal = await refusedToken(door, authorization, parsed.data);
      if (refusal) {
        door.log.warn({ status: refusal }, 'teams request refused');
        response.sendStatus(refusal);
        return;
      }
    }
    if (!parsed.success) {
      response.sendStatus(400);
      return;
    }
    const activity = parsed.data;
    if (settings.anonymous && !isLoopbackUrl(activity.serviceUrl)) {
      response.sendStatus(403);
      return;
    }
    if (!tenantAllowed(tenantsOf(activity), settings)) {
      door.log.warn({ tenants: tenantsOf(activity) }, 'teams tenant not allowed');
      response.sendStatus(403);
      return;
    }
    const common = commonOf(activity, { anonymous: settings.anonymous, now: door.clock() });
    if (!common) {
      door.log.info({ type: activity.type }, 'teams activity of nobody known to Entra');
      response.sendStatus(200);
      return;
    }
    door.people.remember(common.account, {
      reference: common.reference,
      conversation: activity.conversation.id,
      location: common.location,
    });
    const { status, body } = await processActivity(door, activity, common);
    if (body === undefined) response.sendStatus(status);
    else response.status(status).json(body);
  });
  router.use('/api/messages', badBody);
  return router;
}

type Parsed = { channelId: string; serviceUrl: string } | undefined;

// What is not even an activity has no token that could fit it: it is told nothing but that.
async function refusedToken(
  door: TeamsDoor,
  authorization: string,
  activity: Parsed,
): Promise<401 | 503 | null> {
  if (activity?.channelId !== 'msteams') return 401;
  const { channelId, serviceUrl } = activity;
  const result = await door.bot.authenticate({ authorization, activity: { channelId, serviceUrl } });
  if (result === 'ok') return null;
  return result === 'unavailable' ? 503 : 401;
}

// The body parser's errors carry a status; their messages may quote the body and are not passed on.
const badBody: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status =
    typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  response.sendStatus(status >= 400 && status < 600 ? status : 500);
};
