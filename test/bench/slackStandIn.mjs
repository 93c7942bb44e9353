import { createServer } from 'node:http';
import { parse } from 'node:querystring';

/**
 * A stand-in for Slack's Web API that says yes to everything at once and counts what was posted. It keeps nothing, so
 * that it takes little of the processor from what is measured.
 * @returns its address for SLACK_API_URL, the count, and how to stop it
 */
export async function startSlackStandIn() {
  let posted = 0;
  let counter = 0;
  const server = createServer((request, response) => {
    const method = (request.url ?? '').split('/').at(-1);
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (text) => {
      body += text;
    });
    request.on('end', () => {
      if (method === 'chat.postMessage') posted += 1;
      counter += 1;
      const { channel = 'D0' } = parse(body);
      const ts = `${Math.floor(Date.now() / 1000)}.${String(counter % 1_000_000).padStart(6, '0')}`;
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: true, channel, ts, user_id: 'U0ROLLCALL', team_id: 'T0ROLLCALL' }));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    apiUrl: `http://127.0.0.1:${server.address().port}/api/`,
    posted: () => posted,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
