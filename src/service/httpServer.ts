import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { ConfigError } from '../config';
import { errorCode } from '../conversation/log';

/** The one HTTP server of the service, listening. */
export interface HttpServer {
  readonly app: Express;
  readonly port: number;
  /** Takes no more connections; resolves when every open one has ended. */
  close(): Promise<void>;
  /** Breaks what is still open. */
  breakConnections(): void;
}

/** Listens. @throws ConfigError when the port is taken or the address is not this machine's */
export async function listen(at: { port: number; host: string }): Promise<HttpServer> {
  const app = express();
  app.disable('x-powered-by');
  const server: Server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new ConfigError([notListening(at, error)])));
    server.listen(at.port, at.host, resolve);
  });
  return {
    app,
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
    breakConnections: () => server.closeAllConnections(),
  };
}

function notListening({ port, host }: { port: number; host: string }, error: Error): string {
  const code = errorCode(error);
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use, perhaps by another Rollcall. Stop that one, or set PORT to another number.`;
  return `Rollcall can't listen on port ${port} of ${host} (${code}). Set PORT or HOST to another.`;
}
