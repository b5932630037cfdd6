import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody else's pages, which may do whatever pages may. */
export interface OtherSite extends AsyncDisposable {
  /** To a browser another site than 127.0.0.1, whose cookies for that it does not send along. */
  readonly crossSite: string;
  /** Another origin of the same site: only the port differs, which cookies do not know. */
  readonly sameSite: string;
  /** The `Referer` of each visit. */
  readonly referrers: readonly (string | undefined)[];
  /** What stands there from now on. */
  show(body: string): void;
}

export async function startOtherSite(): Promise<OtherSite> {
  let body = '';
  const referrers: (string | undefined)[] = [];
  const answer: RequestListener = (request, response) => {
    referrers.push(request.headers.referer);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">${body}`);
  };
  const listen = async (host: string) => {
    const server = createServer(answer).listen(0, host);
    await once(server, 'listening');
    return { server, port: (server.address() as AddressInfo).port };
  };
  // One each: localhost may be ::1.
  const [far, near] = [await listen('localhost'), await listen('127.0.0.1')];
  return {
    crossSite: `http://localhost:${far.port}/`,
    sameSite: `http://127.0.0.1:${near.port}/`,
    referrers,
    show(given) {
      body = given;
    },
    async [Symbol.asyncDispose]() {
      for (const { server } of [far, near]) server.close().closeAllConnections();
    },
  };
}
