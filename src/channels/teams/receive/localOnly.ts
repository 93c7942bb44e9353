import type { RequestHandler } from 'express';
import { isLocalRequest } from '../loopback';

/** The door of `TEAMS_ANONYMOUS=local`: this machine only. */
export const localOnly: RequestHandler = (request, response, next) => {
  if (!isLocalRequest(request)) {
    response.sendStatus(403);
    return;
  }
  next();
};
