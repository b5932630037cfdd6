import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Balancer extends AsyncDisposable {
  readonly url: string;
  /** How many requests each target got. */
  readonly counts: readonly number[];
}

/** Hands each request to the next of several servers, whatever connection it came on. */
export async function balance(...targets: readonly string[]): Promise<Balancer> {
  const counts = targets.map(() => 0);
  let next = 0;
  const server = createServer((incoming, response) => {
    const turn = next++ % targets.length;
    counts[turn] = (counts[turn] ?? 0) + 1;
    const target = new URL(incoming.url ?? '/', targets[turn]);
    const { method, headers } = incoming;
    const sent = request(
      target,
      { method, headers: { ...headers, host: target.host } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    sent.on('error', () => response.destroy());
    // Who waits no longer at the balancer waits no longer behind it.
    response.on('close', () => sent.destroy());
    incoming.pipe(sent);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
