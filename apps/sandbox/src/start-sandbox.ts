import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandboxCore } from './create-sandbox.ts';
import type { Sandbox, StartOptions } from './options.ts';
import { createNodeServer } from './server/node-server.ts';

/** How long running requests may take to end at close. */
const graceMs = 1000;

/**
 * Starts the sandbox on a port of this machine.
 *
 * @example
 * await using sandbox = await startSandbox();
 * process.env.BAAS_API_BASE_URL = sandbox.url;
 * // … the app under test sends a code …
 * const { code } = await sandbox.waitFor({ to: '010-1234-5678' });
 */
export async function startSandbox(options: StartOptions = {}): Promise<Sandbox> {
  const { port = 0, host = '127.0.0.1' } = options;
  const { sandbox, route } = createSandboxCore(options);
  const server = createNodeServer(route);
  server.listen(port, host);
  // Rejects where the port is taken.
  await once(server, 'listening');
  const { port: realPort } = server.address() as AddressInfo;
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= sandbox.close().then(() => closeServer(server));
    return closed;
  };
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(sandbox),
      url: { value: `http://${urlHost(host)}:${realPort}`, enumerable: true },
      close: { value: close, enumerable: true },
      [Symbol.asyncDispose]: { value: close },
    },
  ) as Sandbox;
}

/** An address to listen on is not always one to ask: 0.0.0.0 means every one, so ask the nearest. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

async function closeServer(server: Server): Promise<void> {
  const ended = once(server, 'close');
  server.close();
  const grace = setTimeout(() => server.closeAllConnections(), graceMs);
  await ended;
  clearTimeout(grace);
}
