import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands before a server and lets answers through only when `count` of them wait: what happens at the same moment. */
export interface MeetingPoint extends AsyncDisposable {
  readonly url: string;
  lead(target: string): void;
}

export async function startMeetingPoint(path: RegExp, count: number): Promise<MeetingPoint> {
  const { promise: together, resolve } = Promise.withResolvers<void>();
  let target = '';
  let waiting = 0;
  const server = createServer((incoming, response) => {
    const { method = 'GET', headers, url = '/' } = incoming;
    const sent = request(new URL(url, target), { method, headers }, async (answer) => {
      if (method === 'GET' && path.test(url)) {
        waiting += 1;
        if (waiting === count) resolve();
        await together;
      }
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(sent);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lead(given) {
      target = given;
    },
    async [Symbol.asyncDispose]() {
      server.close().closeAllConnections();
    },
  };
}
