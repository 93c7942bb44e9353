import { connect } from 'node:net';

/** The server that the run has started, or was given, with its migrated database and two roles let in. */
export interface TestServer {
  readonly url: string;
  readonly template: string;
  readonly application: string;
  readonly retention: string;
}

/** Where copies of the migrated embedded database are made, and what they are copied from. */
export interface TestEmbedded {
  readonly folder: string;
  readonly template: string;
}

/** Asks test/setup/broker.mjs for a database; the first to ask waits while it starts (1 to 5 seconds). */
export function askBroker(kind: 'server'): Promise<TestServer>;
export function askBroker(kind: 'embedded'): Promise<TestEmbedded>;
export async function askBroker(kind: string): Promise<unknown> {
  const answer = await new Promise<string>((resolve, reject) => {
    const socket = connect(process.env.ROLLCALL_TEST_BROKER ?? '');
    let text = '';
    socket.on('data', (data) => {
      text += data;
    });
    socket.once('error', reject).once('end', () => resolve(text));
    socket.write(`${kind}\n`);
  });
  const parsed: unknown = JSON.parse(answer);
  if (typeof parsed === 'object' && parsed !== null && 'error' in parsed)
    throw new Error(String(parsed.error));
  return parsed;
}
