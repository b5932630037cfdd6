import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LeaseTimes } from '../tokens/lease.ts';

export interface TestTokens {
  readonly access: string;
  readonly refresh: string;
}

export interface TokenChildJob {
  readonly url: string;
  readonly secret: string;
  /** The address of a test provider. */
  readonly provider: string;
  readonly times: LeaseTimes;
}

/** A provider on a real socket that takes each refresh token once, as the strictest do: a second use is a lost login. */
export async function startTokenProvider() {
  let generation = 0;
  let reused = 0;
  let held: PromiseWithResolvers<ServerResponse> | undefined;
  const current = (): TestTokens => ({
    access: `access-${generation}`,
    refresh: `refresh-${generation}`,
  });
  const server = createServer((request, response) => {
    if (held) return held.resolve(response);
    if (request.url !== `/${current().refresh}`) reused += 1;
    else generation += 1;
    response.end(JSON.stringify(current()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    current,
    /** How often tokens were given, and how often it was asked with one that was used before. */
    counts: () => ({ given: generation, reused }),
    /** Leaves the next request without an answer, and hands it over. */
    hold: () => {
      const next = Promise.withResolvers<ServerResponse>();
      held = next;
      return next.promise.finally(() => {
        held = undefined;
      });
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export async function refresh(provider: string, tokens: TestTokens): Promise<TestTokens> {
  const response = await fetch(`${provider}/${tokens.refresh}`, { method: 'POST' });
  return (await response.json()) as TestTokens;
}
