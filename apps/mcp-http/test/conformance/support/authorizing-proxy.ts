import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

interface AuthorizingProxy extends AsyncDisposable {
  readonly url: string;
}

/**
 * The suite cannot send a token. This adds one to each request and changes nothing else: Host and Origin are what the
 * suite wrote, and answers stream through.
 */
export async function authorize(target: string, authorization: string): Promise<AuthorizingProxy> {
  const { hostname, port } = new URL(target);
  const server = createServer((incoming, response) => {
    const { method, headers, url } = incoming;
    const sent = request(
      { hostname, port, path: url, method, headers: { ...headers, authorization } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    sent.on('error', () => response.destroy());
    // Who waits no longer here waits no longer behind it.
    response.on('close', () => sent.destroy());
    incoming.pipe(sent);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
    },
  };
}
