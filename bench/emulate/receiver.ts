import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  readonly method: string;
  /** The whole address. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly form: Readonly<Record<string, string>>;
}

/** The app that a provider calls; `/sms` answers with TwiML. */
export async function startReceiver() {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const form = Object.fromEntries(new URLSearchParams(await text(request)));
    const { method = '', url = '', headers } = request;
    received.push({ method, url: `http://${headers.host}${url}`, headers, form });
    if (url !== '/sms') return response.end();
    response.setHeader('content-type', 'text/xml');
    response.end('<Response><Message>Thank you</Message></Response>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** What came to a path. */
    at: (path: string) => received.filter(({ url }) => new URL(url).pathname === path),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
