import { type ErrorRequestHandler, json, Router } from 'express';
import type { Logger } from 'pino';
import type { ConversationPort, VerifiedEmailOf } from '../../conversation/model/conversationPort';
import type { Sender } from '../../conversation/model/delivery';
import { actionRoutes } from './actionRoutes';
import { answered } from './answered';
import { createChangeFeed } from './changeFeed';
import { roomsOf } from './conversations';
import { createPracticeSender } from './createPracticeSender';
import { eventRoutes } from './eventRoutes';
import { messageRoutes } from './messageRoutes';
import { pageRoutes, protectPage } from './pageRoutes';
import type { PracticeParts } from './practiceParts';
import type { PracticeStore } from './practiceStore';
import type { RenderForSlack } from './presentMessage';
import { type PracticeHost, refuseOthers } from './refuseOthers';
import { queries } from './requestSchemas';
import { visitorOf } from './visitors';

/** The third channel beside Slack and Teams: a web page on this machine. */
export interface PracticeChannel {
  /** Serves `/` and everything under `/practice/`; to be used at the root of the service. */
  readonly router: Router;
  readonly sender: Sender;
  /** Nobody here has an e-mail address that a platform has verified. */
  readonly verifiedEmail: VerifiedEmailOf;
  /** Ends all open streams, so that the server can close. */
  stop(): void;
}

/** Puts the practice room together. `host.port` is the port the service listens on. */
export function createPracticeChannel(input: {
  port: ConversationPort;
  store: PracticeStore;
  renderForSlack: RenderForSlack;
  log: Logger;
  clock: () => Date;
  host: PracticeHost;
}): PracticeChannel {
  const { store, clock, host } = input;
  const feed = createChangeFeed();
  const parts: PracticeParts = { ...input, feed };
  const events = eventRoutes(parts);
  const guard = [refuseOthers(host), protectPage];
  const router = Router();
  router.get('/', ...guard);
  router.use('/practice', ...guard);
  router.use(pageRoutes());
  router.use('/practice/api', json({ limit: '100kb' }), whoAndWhere(parts), messageRoutes(parts));
  router.use('/practice/api', actionRoutes(parts), events.router);
  router.use('/practice', (_request, response) => {
    response.status(404).json({ error: 'There is nothing here. Open the practice room at its first page.' });
  });
  router.use('/practice', unreadable);
  return {
    router,
    sender: createPracticeSender({ store, feed, clock }),
    verifiedEmail: async () => null,
    stop: events.stop,
  };
}

/** A body that is no JSON, or too long. */
const unreadable: ErrorRequestHandler = (_error, _request, response, next) => {
  if (response.headersSent) return next();
  response.status(400).json({ error: 'The practice room could not read that request. Reload the page.' });
};

function whoAndWhere({ store, log }: PracticeParts): Router {
  const router = Router();
  router.get(
    '/people',
    answered(log, async () => ({ people: await store.people() })),
  );
  router.get(
    '/channels',
    answered(log, async (request) => {
      const { person, rooms } = await visitorOf({ store, as: queries.as.parse(request.query).as });
      return { channels: roomsOf({ person, rooms }) };
    }),
  );
  return router;
}
