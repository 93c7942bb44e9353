import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to a server that can be broken: then every connection is cut, and new ones are refused. */
export interface BreakableWay {
  /** The same address, by this way. */
  readonly url: string;
  break(): Promise<void>;
}

/** Opens a way to the server of a `postgresql://` address, which may name a Unix socket's folder as `host`. */
export async function breakableWay(url: string): Promise<BreakableWay> {
  const target = new URL(url);
  const port = Number(target.port || 5432);
  const folder = target.searchParams.get('host');
  const open = new Set<Socket>();
  const server = createServer((near) => {
    const far = folder === null ? connect(port, target.hostname) : connect(`${folder}/.s.PGSQL.${port}`);
    for (const socket of [near, far]) {
      open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        near.destroy();
        far.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const by = new URL(url);
  by.searchParams.delete('host');
  by.hostname = '127.0.0.1';
  by.port = String((server.address() as AddressInfo).port);
  return {
    url: by.href,
    break: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}
