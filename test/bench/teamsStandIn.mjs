import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('../setup/typescriptHook.cjs');
const { createTeamsSigner } = require('../helpers/teamsSigner.ts');

/**
 * A stand-in for Microsoft's servers: keys, tokens, and a Bot Connector that says yes to everything at once and counts
 * what was posted. It keeps nothing, so that it takes little of the processor from what is measured.
 */
export async function startTeamsStandIn({ appId }) {
  let posted = 0;
  let counter = 1_700_000_000_000;
  let identity = {};
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
      if (request.method === 'POST' && path.startsWith('/v3/')) posted += 1;
      counter += 1;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(identity[path] ?? { id: String(counter) }));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${server.address().port}`;
  const serviceUrl = `${base}/`;
  const issuer = 'https://api.botframework.com';
  const signer = createTeamsSigner({ appId, serviceUrl });
  identity = {
    '/openid': { issuer, jwks_uri: `${base}/keys` },
    '/keys': signer.keySet,
    '/login/oauth2/v2.0/token': { access_token: 'bot-token', expires_in: 3600 },
  };
  return {
    serviceUrl,
    authorization: () => signer.authorization({}),
    /** Where the service finds Microsoft here: the keys of botbuilder's configuration, all of them. */
    authOverrides: {
      ToChannelFromBotLoginUrl: `${base}/login`,
      ToChannelFromBotOAuthScope: issuer,
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: base,
      ToBotFromChannelOpenIdMetadataUrl: `${base}/openid`,
      ToBotFromEmulatorOpenIdMetadataUrl: `${base}/openid`,
      CallerId: '',
    },
    posted: () => posted,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
