// A PostgreSQL server of our own for one test run, on a Unix socket, forgetful (fsync off) for speed.
import { startPostgresServer } from './postgresServer.mjs';

const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  listen_addresses: '',
  max_connections: '200',
  shared_buffers: '64MB',
};

/**
 * @returns the server's address, as a user who may do everything
 * @throws where no server starts, with what its programs said; TEST_DATABASE_URL names another
 */
export async function startPostgres({ folder, onEnd }) {
  const settings = { ...SETTINGS, unix_socket_directories: folder };
  onEnd(await startPostgresServer({ folder, settings, isSynced: false }));
  return `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`;
}
