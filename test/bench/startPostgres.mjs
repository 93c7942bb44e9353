// A PostgreSQL server of the bench's own on 127.0.0.1, with the settings that records are kept with: every commit is
// on the disk before it is acknowledged. (The tests' server, in test/setup, is forgetful for speed.)
import { createServer } from 'node:net';
import { startPostgresServer } from '../setup/postgresServer.mjs';

export const settings = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '256MB',
  max_connections: '100',
  max_wal_size: '2GB',
};

/**
 * Starts a new, empty server in `folder`.
 * @returns its address, as a user who may do everything, and how to stop it: at once, since nothing of it is kept
 * @throws with what the programs said, if none of them starts
 */
export async function startPostgres(folder) {
  const port = await freePort();
  const stop = await startPostgresServer({
    folder,
    settings: { ...settings, listen_addresses: '127.0.0.1', port, unix_socket_directories: '' },
    signal: 'SIGQUIT',
  });
  return { url: `postgresql://postgres@127.0.0.1:${port}/postgres`, stop };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
