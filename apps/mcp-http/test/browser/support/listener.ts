import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a client on this machine waits for the browser to come back. */
export interface Listener extends AsyncDisposable {
  readonly redirectUri: string;
  /** The address that the browser came back to first. */
  readonly callback: Promise<URL>;
  /** All of them. */
  readonly callbacks: readonly URL[];
}

const page =
  '<!doctype html><title>Client</title><link rel="icon" href="data:,"><h1>Back at the client</h1>';

export async function startListener(): Promise<Listener> {
  const { promise: callback, resolve } = Promise.withResolvers<URL>();
  const callbacks: URL[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname !== '/callback') return response.writeHead(404).end();
    callbacks.push(url);
    resolve(url);
    return response.writeHead(200, { 'content-type': 'text/html' }).end(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    redirectUri: `http://127.0.0.1:${port}/callback`,
    callback,
    callbacks,
    async [Symbol.asyncDispose]() {
      server.close().closeAllConnections();
    },
  };
}
