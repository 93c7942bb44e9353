import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/**
 * A stand-in for Slack's Socket Mode: answers `apps.connections.open`, and speaks just enough of the WebSocket
 * protocol (short and medium text frames) to send envelopes and hear their acknowledgements.
 */
export interface SlackSocket {
  readonly apiUrl: string;
  /** Sends an envelope once the client is connected. */
  send(envelope: Readonly<Record<string, unknown>> & { readonly envelope_id: string }): Promise<void>;
  /** What the client answered, by envelope id. */
  readonly acks: ReadonlyMap<string, unknown>;
  until(condition: () => boolean): Promise<void>;
  stop(): Promise<void>;
}

const websocketGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

export async function startSlackSocket(): Promise<SlackSocket> {
  const acks = new Map<string, unknown>();
  const connections: Socket[] = [];
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': 'application/json' });
    const { port } = server.address() as AddressInfo;
    response.end(JSON.stringify({ ok: true, url: `ws://127.0.0.1:${port}/socket` }));
  });
  server.on('upgrade', (request, socket: Socket) => {
    const key = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}${websocketGuid}`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    );
    connections.push(socket);
    let pending: Buffer<ArrayBufferLike> = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      pending = Buffer.concat([pending, data]);
      for (let frame = readFrame(pending); frame !== null; frame = readFrame(pending)) {
        pending = pending.subarray(frame.length);
        // A close frame is answered with one (1000, normal).
        if (frame.opcode === 8) socket.end(Buffer.from([0x88, 2, 0x03, 0xe8]));
        if (frame.opcode !== 1) continue;
        const { envelope_id: id, payload } = JSON.parse(frame.text);
        acks.set(id, payload ?? null);
      }
    });
    socket.write(textFrame({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0ROLLCALL' } }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const until = async (condition: () => boolean) => {
    const end = Date.now() + 5000;
    while (!condition()) {
      if (Date.now() > end) throw new Error('Socket Mode did not get there in 5 seconds');
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    acks,
    until,
    send: async (envelope) => {
      await until(() => connections.length > 0);
      connections.at(-1)?.write(textFrame(envelope));
    },
    stop: async () => {
      for (const socket of connections) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A server's frame is not masked. */
function textFrame(value: unknown): Buffer {
  const payload = Buffer.from(JSON.stringify(value));
  if (payload.length < 126) return Buffer.concat([Buffer.from([0x81, payload.length]), payload]);
  const header = Buffer.from([0x81, 126, 0, 0]);
  header.writeUInt16BE(payload.length, 2);
  return Buffer.concat([header, payload]);
}

/** A client's frame is masked; null while it is not all there. */
function readFrame(data: Buffer): { opcode: number; text: string; length: number } | null {
  const [first, second] = data;
  if (first === undefined || second === undefined) return null;
  const short = second & 0x7f;
  const start = short === 126 ? 4 : 2;
  if (data.length < start + 4) return null;
  const size = short === 126 ? data.readUInt16BE(2) : short;
  const length = start + 4 + size;
  if (data.length < length) return null;
  const mask = data.subarray(start, start + 4);
  const plain = data.subarray(start + 4, length).map((byte, index) => byte ^ (mask[index % 4] ?? 0));
  return { opcode: first & 0x0f, text: Buffer.from(plain).toString('utf8'), length };
}
