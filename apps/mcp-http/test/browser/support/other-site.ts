import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's pages, which may do whatever pages may. */
export interface OtherSite extends AsyncDisposable {
  /** To a browser another site than 127.0.0.1, whose cookies for that it does not send along. */
  readonly crossSite: string;
  /** Another origin of the same site: only the port differs, which cookies do not know. */
  readonly sameSite: string;
  /** What stands there from now on. */
  show(body: string): void;
}

export async function startOtherSite(): Promise<OtherSite> {
  let body = '';
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">${body}`);
  });
  // By both names: localhost may be ::1 first.
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const twin = createServer(server.listeners('request')[0] as () => void);
  twin.listen(0, '127.0.0.1');
  await once(twin, 'listening');
  return {
    crossSite: `http://localhost:${port}/`,
    sameSite: `http://127.0.0.1:${(twin.address() as AddressInfo).port}/`,
    show(given) {
      body = given;
    },
    async [Symbol.asyncDispose]() {
      server.close().closeAllConnections();
      twin.close().closeAllConnections();
    },
  };
}
