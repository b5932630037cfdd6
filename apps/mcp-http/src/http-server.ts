import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, Server as NetServer } from 'node:net';
import {
  createLog,
  languageOf,
  logged,
  type OpenStore,
  openStore,
  secretsIn,
  within,
} from '@jeonbo/server';
import { isThisMachine, readHttpSettings } from './http-settings.ts';
import { createInstance, type Instance } from './instance.ts';
import { issuerOf } from './issuer.ts';
import { linger } from './linger.ts';
import { readGuard, type Shared } from './served.ts';
import type { HttpServer, HttpServerOptions } from './types.ts';
import { version } from './version.ts';
import { warn } from './warnings.ts';

/** How long a store that hangs may keep a stop. */
const closeMs = 2_000;

/**
 * The server `jeonbo-mcp-http`, for a program that embeds it.
 *
 * @throws JeonboError `VALIDATION_ERROR` where a guard rail or the access is set wrongly: then nothing may start
 * @example
 * const server = createHttpServer({ servers: ['baas'], environment: { ...process.env, PORT: '0' } });
 * const url = await server.start(); // http://127.0.0.1:53117, and MCP at /mcp
 * await server.stop();
 */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const environment = options.environment ?? process.env;
  const language = options.language ?? languageOf(environment);
  const secrets = secretsIn(environment);
  const writeLog = options.log ?? (() => {});
  const log = createLog(writeLog, secrets);
  const servers = [...new Set(options.servers)];
  const settings = readHttpSettings(environment, servers, language);
  const guard = readGuard(environment);
  const { fetch, fetchClientMetadata } = options;
  const shared: Shared = {
    environment,
    language,
    settings,
    guard,
    secrets,
    log,
    writeLog,
    fetch,
    fetchClientMetadata,
  };
  let store: OpenStore | undefined;
  let instance: Instance | undefined;
  let http: Server | undefined;

  return {
    version: version(),
    async start() {
      const ready = Promise.withResolvers<Instance>();
      let url: string;
      store = await openStore(environment);
      try {
        // Listens first, since without BASE_URL its own address is the issuer; answers when everything is there.
        http = createServer(connectionOptions, (request, response) => {
          ready.promise.then(({ handle }) => handle(request, response));
        });
        http.listen(settings.port, settings.host);
        await once(http, 'listening');
        url = urlOf(http, settings.host);
        instance = await createInstance(servers, issuerOf(environment, url), store, shared);
        ready.resolve(instance);
      } catch (error) {
        http?.close().closeAllConnections();
        await store.database.close();
        throw error;
      }
      warn(servers, shared);
      log.info('listening', { url, servers, version: version() });
      return url;
    },
    async stop() {
      if (!http || !instance || !store) return;
      log.info('stopping', {});
      // Takes no new connection. Server.close of HTTP would also cut those on which a request is just arriving.
      const closed = once(http, 'close');
      NetServer.prototype.close.call(http);
      await instance.drain();
      await linger(http, closed);
      http.closeAllConnections();
      await instance.close();
      await within(closeMs, store.database.close());
      log.info('stopped', {});
      await logged();
    },
  };
}

const connectionOptions = {
  // All of a request has to be there by then: who sends it byte by byte must not hold a connection.
  requestTimeout: 30_000,
  headersTimeout: 15_000,
  // Longer than what balancers keep, so that they close first.
  keepAliveTimeout: 65_000,
} as const;

function urlOf(http: Server, host: string): string {
  const { port } = http.address() as AddressInfo;
  const name = isThisMachine(host) || !host.includes(':') ? host : `[${host}]`;
  return `http://${name === '::1' ? '[::1]' : name}:${port}`;
}
