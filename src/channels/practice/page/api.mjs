const root = '/practice/api';
const patienceMs = 20_000;
const unreachable =
  'Not sent: the practice room does not answer. Check that Rollcall is still running, then try again.';

/** Asks for something; throws an Error whose message is the sentence to show. */
export function ask(path, query = {}) {
  return call(`${root}/${path}?${new URLSearchParams(query)}`, {});
}

/** Sends something; throws an Error whose message is the sentence to show. */
export function tell(path, body) {
  return call(`${root}/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** The same for every try of one thing done: sent twice, it happens once. */
export const newRequestId = () => crypto.randomUUID();

/** The address of one person's stream of changes. */
export const streamAddress = (as, since) =>
  `${root}/events?${new URLSearchParams(since === null ? { as } : { as, since })}`;

async function call(address, options) {
  let response;
  let body;
  try {
    response = await fetch(address, { ...options, signal: AbortSignal.timeout(patienceMs) });
    body = await response.json();
  } catch {
    throw new Error(
      response?.status === 403 ? 'Reload the page: it is not the practice room’s own.' : unreachable,
    );
  }
  if (!response.ok) throw new Error(body.error ?? unreachable);
  return body;
}
