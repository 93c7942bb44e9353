import path from 'node:path';
import { type RequestHandler, Router, static as serveFiles } from 'express';

// From src/channels/practice (tests) and dist/channels/practice (the service) alike.
const pageFolder = path.resolve(__dirname, '../../../src/channels/practice/page');

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Nothing but the page's own files runs or is shown, nobody frames it, and nothing of it is kept by the browser. */
export const protectPage: RequestHandler = (_request, response, next) => {
  response.set({
    'Content-Security-Policy': policy,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  next();
};

/** The page, and the files it is made of. */
export function pageRoutes(): Router {
  const router = Router();
  const adaptiveCards = path.join(path.dirname(require.resolve('adaptivecards/package.json')), 'dist');
  router.get('/', (_request, response) => {
    response.sendFile('index.html', { root: pageFolder, cacheControl: false });
  });
  router.get('/practice/assets/adaptivecards.min.js', (_request, response) => {
    response.sendFile('adaptivecards.min.js', { root: adaptiveCards, cacheControl: false });
  });
  router.use('/practice/assets', serveFiles(pageFolder, { index: false, cacheControl: false }));
  return router;
}
