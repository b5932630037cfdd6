import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

interface Received {
  readonly id: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly event: {
    readonly id: number;
    readonly type: string;
    readonly composite_id: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
  readonly status: number;
}

export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** What it answers; default 204. */
  answer: (event: Received['event'], response: ServerResponse) => number | Promise<number>;
  /** Resolves as soon as so many have come. */
  until(count: number): Promise<readonly Received[]>;
  /** @throws where the signature is not right, by the reference implementation of the standard */
  verify(message: Received, secret: string): void;
  close(): Promise<void>;
}

/** Somebody's server on a real socket. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    void take(request, response);
  });
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const event = JSON.parse(text) as Received['event'];
    const status = await receiver.answer(event, response);
    const headers = request.headers as Record<string, string>;
    received.push({ id: headers['webhook-id'] ?? '', headers, text, event, status });
    for (const look of waiting) look();
    if (!response.headersSent) response.writeHead(status).end();
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    received,
    answer: () => 204,
    until(count) {
      const { promise, resolve } = Promise.withResolvers<readonly Received[]>();
      const look = () => {
        if (received.length < count) return;
        waiting.delete(look);
        resolve(received);
      };
      waiting.add(look);
      look();
      return promise;
    },
    verify({ text, headers }, secret) {
      new Webhook(secret).verify(text, headers);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}
