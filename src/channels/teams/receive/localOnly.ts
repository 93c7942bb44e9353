import type { RequestHandler } from 'express';
import { isLoopbackAddress, isLoopbackHost } from '../loopback';

/**
 * The door of `TEAMS_ANONYMOUS=local`: this machine only. A forwarded header means that a proxy or tunnel stands
 * before us and "this machine" is no longer who asks; the Host keeps web pages from asking by a name of their own.
 */
export const localOnly: RequestHandler = (request, response, next) => {
  const forwarded = Object.keys(request.headers).some(
    (name) =>
      name.startsWith('x-forwarded-') || name === 'forwarded' || name === 'via' || name === 'x-real-ip',
  );
  const local = isLoopbackAddress(request.socket.remoteAddress) && isLoopbackHost(request.headers.host);
  if (!local || forwarded) {
    response.sendStatus(403);
    return;
  }
  next();
};
