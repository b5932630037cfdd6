import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { within } from '@jeonbo/server';
import type { Page } from './page.ts';
import { Problem } from './problem.ts';

export const callbackPath = '/auth/callback';

/** How long the last page may take to reach the browser. */
const lastPageMs = 2_000;

/**
 * Waits on this machine for the browser to come back from Kakao. It is asked by no other name than `localhost`, so that no
 * web page can reach it by a name of its own.
 *
 * @param answer to whoever comes to the callback
 * @throws Problem `portTaken`
 */
export async function listen(
  port: number,
  answer: (query: URLSearchParams) => Promise<Page>,
  elsewhere: (status: 403 | 404 | 405) => Page,
): Promise<AsyncDisposable> {
  const pageFor = async ({ headers, method, url = '' }: IncomingMessage): Promise<Page> => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    if (headers.host?.toLowerCase() !== `localhost:${port}`) return elsewhere(403);
    if (pathname !== callbackPath) return elsewhere(404);
    return method === 'GET' ? answer(searchParams) : elsewhere(405);
  };
  const handle = (request: IncomingMessage, response: ServerResponse) => {
    pageFor(request).then(
      (page) => send(response, page),
      () => response.destroy(),
    );
  };
  // `localhost` is either, as the browser likes; whoever had the other one would get the redirect.
  const opened = await Promise.allSettled([
    open('127.0.0.1', port, handle),
    open('::1', port, handle),
  ]);
  const servers = opened.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
  const failed = opened.find((one) => one.status === 'rejected');
  if (failed) {
    await Promise.all(servers.map(close));
    const { code } = failed.reason as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw failed.reason;
    throw new Problem('portTaken', { port: String(port) });
  }
  return {
    async [Symbol.asyncDispose]() {
      await Promise.all(servers.map(close));
    },
  };
}

async function open(
  host: string,
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Server | undefined> {
  const server = createServer(handle);
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ host, port }, resolve);
  try {
    await promise;
    return server;
  } catch (error) {
    // A machine without IPv6.
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (host === '::1' && /^(EADDRNOTAVAIL|EAFNOSUPPORT|EINVAL)$/.test(code)) return undefined;
    throw error;
  }
}

function send(response: ServerResponse, { status, headers, body }: Page): void {
  response.writeHead(status, { ...headers, connection: 'close' });
  response.end(body);
}

async function close(server: Server | undefined): Promise<void> {
  if (!server) return;
  await within(lastPageMs, new Promise((resolve) => server.close(resolve)));
  server.closeAllConnections();
}
