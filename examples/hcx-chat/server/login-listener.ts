import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { texts } from '../texts.ts';
import { ToldError } from '../told-error.ts';
import { answerWithPage } from './login-page.ts';

const path = '/callback';
const patienceMs = 10 * 60_000;

/** Where the browser comes back to after a log-in: this machine only, a port of this program. */
export interface LoginListener {
  readonly port: number;
  readonly redirectUrl: string;
  /** Begins a log-in: the state that its answer has to carry. One before it is void. */
  begin(): string;
  /** The answer to the log-in that was begun. @throws ToldError */
  answer(signal?: AbortSignal): Promise<URLSearchParams>;
  close(): void;
}

/** @param preferredPort one that a server may know this program by; another where it is taken */
export async function listenForLogin(preferredPort = 0): Promise<LoginListener> {
  let state: string | undefined;
  let pending = Promise.withResolvers<URLSearchParams>();

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isAnswer = request.method === 'GET' && pathname === path;
    // Without the state somebody else's log-in could be put under this program.
    if (!isAnswer || state === undefined || searchParams.get('state') !== state)
      return answerWithPage(response, isAnswer ? 400 : 404, texts.pageForeign);
    state = undefined;
    const words = searchParams.has('code') ? texts.pageLoggedIn : texts.pageRefused;
    answerWithPage(response, 200, words);
    pending.resolve(searchParams);
  });
  await listen(server, preferredPort);
  // It alone keeps no program running.
  server.unref();
  const { port } = server.address() as AddressInfo;

  return {
    port,
    redirectUrl: `http://127.0.0.1:${port}${path}`,
    begin() {
      state = randomBytes(32).toString('base64url');
      pending = Promise.withResolvers();
      return state;
    },
    async answer(signal) {
      const late = setTimeout(() => pending.reject(new ToldError(texts.loginTooLate)), patienceMs);
      const stop = () => pending.reject(new ToldError(texts.stopped));
      if (signal?.aborted) stop();
      signal?.addEventListener('abort', stop, { once: true });
      try {
        return await pending.promise;
      } finally {
        clearTimeout(late);
        signal?.removeEventListener('abort', stop);
      }
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening');
  } catch (error) {
    if (port === 0) throw error;
    await once(server.listen(0, '127.0.0.1'), 'listening');
  }
}
