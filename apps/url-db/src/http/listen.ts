import { once } from 'node:events';
import type { Server, ServerOptions } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import type { Settings } from '../settings.ts';
import type { Handler } from './handler.ts';
import { linger } from './linger.ts';

// Imported as a module, all its exports are looked at, and WebSocket among them loads Node's own fetch: half of what a whole
// start takes.
const { createServer } = process.getBuiltinModule('node:http');

const connectionOptions: ServerOptions = {
  // All of a request has to be there by then: who sends it byte by byte must not hold a connection.
  requestTimeout: 60_000,
  headersTimeout: 15_000,
  // Longer than what balancers keep, so that they close first.
  keepAliveTimeout: 65_000,
  // Answers are small, and written at once.
  noDelay: true,
};

export interface Listener {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  /** Takes no new connection, lets running requests finish, then closes those that are left. */
  stop(): Promise<void>;
}

/**
 * @param options in place of those above
 * @throws the system's own error where the address is taken
 */
export async function listen(
  { handle, drain }: Handler,
  { host, port }: Pick<Settings, 'host' | 'port'>,
  options: ServerOptions = {},
): Promise<Listener> {
  const server = createServer({ ...connectionOptions, ...options }, handle);
  server.listen(port, host);
  await once(server, 'listening');
  return {
    url: urlOf(server, host),
    async stop() {
      const closed = once(server, 'close');
      // Server.close of HTTP would also cut connections on which a request is just arriving.
      NetServer.prototype.close.call(server);
      await drain();
      await linger(server, closed);
      server.closeAllConnections();
    },
  };
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
