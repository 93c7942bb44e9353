import type { Request, RequestHandler } from 'express';

/** The address the practice room is served on; `port` is read at each request. */
export interface PracticeHost {
  readonly port: number;
}

/**
 * Lets in only a browser on this machine, looking at the practice room's own page: the connection comes from a
 * loopback address, the Host header names this machine (a foreign name that resolves to it is DNS rebinding), and
 * whatever sends data comes from the page itself (its Origin), not from another site open in the same browser.
 */
export function refuseOthers(host: PracticeHost): RequestHandler {
  return (request, response, next) => {
    const sentence = refusal(request, host);
    if (sentence === null) return next();
    response.status(403).type('text/plain').send(sentence);
  };
}

function refusal(request: Request, host: PracticeHost): string | null {
  if (!isLoopback(request.socket.remoteAddress)) {
    return 'The practice room is for this machine only. Open it in a browser on the machine that runs Rollcall.';
  }
  if (request.headers.forwarded !== undefined || request.headers['x-forwarded-for'] !== undefined) {
    return 'The practice room does not work behind a proxy. Open it on the machine that runs Rollcall.';
  }
  const named = request.headers.host;
  if (named === undefined || !allowedHosts(host.port).includes(named.toLowerCase())) {
    return `The practice room answers to this machine's own name only. Open http://localhost:${host.port}/ instead.`;
  }
  const { origin } = request.headers;
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (origin === undefined ? !reads : origin.toLowerCase() !== `http://${named.toLowerCase()}`) {
    return 'This request did not come from the practice room. Send it from the page itself.';
  }
  return null;
}

function isLoopback(address: string | undefined): boolean {
  if (address === undefined) return false;
  const plain = address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
  return plain === '::1' || /^127\.\d+\.\d+\.\d+$/.test(plain);
}

function allowedHosts(port: number): readonly string[] {
  const names = ['localhost', '127.0.0.1', '[::1]'];
  const withPort = names.map((name) => `${name}:${port}`);
  // A browser leaves the port out where it is HTTP's own.
  return port === 80 ? [...names, ...withPort] : withPort;
}
