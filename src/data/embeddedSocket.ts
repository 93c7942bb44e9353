import { createServer, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';
import { createPostgresAnswer } from './postgresAnswer';
import { createMessageReader, type Request } from './postgresMessages';

/** One connection: what it asked and has not been answered, in order. */
interface Connection {
  readonly socket: Socket;
  readonly waiting: Request[];
}

/**
 * Lets many connections use one PGlite over a Unix socket, in PostgreSQL's protocol.
 *
 * PGlite is a single session. A request (all messages up to a Sync or a simple query) therefore runs whole, and a
 * transaction keeps the session until it ends, even when its connection is lost: then it is rolled back.
 * `@electric-sql/pglite-socket` passes on single messages instead, so that two connections' Parse and Bind can
 * mix; with 20 connections over a reopened folder it stood still for good (tried, 0.1.3).
 */
export async function serveEmbedded({
  db,
  path,
}: {
  db: PGlite;
  path: string;
}): Promise<() => Promise<void>> {
  const connections = new Set<Connection>();
  let inTransaction: Connection | undefined;
  let running = false;
  let worked = Promise.resolve();

  async function run(connection: Connection | undefined, { bytes, flush }: Request): Promise<void> {
    const answer = createPostgresAnswer((part) => {
      if (connection?.socket.writable === true) connection.socket.write(part);
    }, !flush);
    await db.execProtocolRawStream(bytes, { onRawData: answer.add });
    answer.end();
    inTransaction = db.isInTransaction() ? connection : undefined;
  }

  /** The transaction's own connection while there is one, otherwise each in turn. */
  function next(): Connection | undefined {
    if (inTransaction !== undefined) return inTransaction.waiting.length > 0 ? inTransaction : undefined;
    for (const connection of connections) {
      if (connection.waiting.length === 0) continue;
      connections.delete(connection);
      connections.add(connection);
      return connection;
    }
    return undefined;
  }

  function work(): void {
    if (!running) worked = workOff();
  }

  async function workOff(): Promise<void> {
    running = true;
    try {
      for (;;) {
        if (inTransaction !== undefined && !connections.has(inTransaction)) {
          await run(undefined, { bytes: simpleQuery('ROLLBACK'), flush: false });
          continue;
        }
        const connection = next();
        const request = connection?.waiting.shift();
        if (connection === undefined || request === undefined) return;
        await run(connection, request);
      }
    } finally {
      running = false;
    }
  }

  const server = createServer((socket) => {
    const connection: Connection = { socket, waiting: [] };
    connections.add(connection);
    const read = createMessageReader({
      onRequest: (request) => {
        connection.waiting.push(request);
        work();
      },
      onEncryptionAsked: () => socket.write('N'),
      onGoodbye: () => socket.end(),
    });
    socket.on('data', read);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      connections.delete(connection);
      work();
    });
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });

  return async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const { socket } of connections) socket.destroy();
    await closed;
    // What was begun is finished and a transaction left open is rolled back: asked after it is closed, PGlite never
    // returns, and its process would keep the folder locked for good.
    connections.clear();
    work();
    await worked;
  };
}

function simpleQuery(sql: string): Buffer {
  const body = Buffer.from(`${sql}\0`);
  const head = Buffer.alloc(5);
  head.write('Q');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
