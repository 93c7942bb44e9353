import { request } from 'node:http';
import { type PracticeServer, startPracticeServer } from '../../helpers/practiceServer';

let server: PracticeServer;

beforeEach(async () => {
  server = await startPracticeServer();
});
afterEach(() => server.close());

/** A request with headers that fetch would not let one set. */
function ask(input: { path: string; method?: string; headers: Record<string, string> }): Promise<number> {
  const { path, method = 'GET', headers } = input;
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.once('error', reject).end();
  });
}

const paths = ['/', '/practice/assets/main.mjs', '/practice/api/people', '/practice/api/nothing'];

test.each(paths)('%s answers to this machine’s own names only', async (path) => {
  for (const host of ['localhost', '127.0.0.1', '[::1]']) {
    expect(await ask({ path, headers: { host: `${host}:${server.port}` } })).not.toBe(403);
  }
  for (const host of [
    `rollcall.example:${server.port}`,
    'localhost',
    'localhost:1',
    `localhost.evil.example:${server.port}`,
  ]) {
    expect(await ask({ path, headers: { host } })).toBe(403);
  }
});

test('a proxy in front is refused', async () => {
  const host = `localhost:${server.port}`;
  expect(await ask({ path: '/', headers: { host, 'x-forwarded-for': '203.0.113.9' } })).toBe(403);
  expect(await ask({ path: '/', headers: { host, forwarded: 'for=203.0.113.9' } })).toBe(403);
});

test('another site open in the same browser can send nothing', async () => {
  const body = { as: 'dana', conversation: 'private:dana', text: 'hello', requestId: 'request-1' };
  for (const origin of [
    'https://evil.example',
    'http://localhost:1',
    'null',
    server.origin.replace('localhost', '127.0.0.1'),
  ]) {
    expect((await server.post('messages', body, { Origin: origin })).status).toBe(403);
  }
  const host = `localhost:${server.port}`;
  expect(await ask({ path: '/practice/api/messages', method: 'POST', headers: { host } })).toBe(403);
  expect(server.conversation.received).toEqual([]);
  expect((await server.post('messages', body)).status).toBe(200);
});

test('the refusal says what to do', async () => {
  const answer = await fetch(`${server.origin}/`, { headers: { Origin: 'https://evil.example' } });
  expect(await answer.text()).toContain('Send it from the page itself.');
});

test('the page may run its own files only, and nobody may frame it', async () => {
  const answer = await fetch(`${server.origin}/`);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toContain('unsafe');
  const page = await answer.text();
  expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|style=|https?:/);
});

test('a body that is no JSON is answered with a sentence', async () => {
  const answer = await fetch(`${server.origin}/practice/api/press`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: server.origin },
    body: '{',
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toEqual({ error: expect.stringContaining('Reload the page') });
});
