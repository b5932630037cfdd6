import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { asset, type PageKind, pageHeaders } from '../../src/pages/index.ts';

export interface ShownPage {
  readonly kind: PageKind;
  readonly body: string;
  readonly status?: number;
}

export interface PagesServer {
  readonly url: string;
  /** `GET /assets/pages.….css`, in order. */
  readonly requests: string[];
  /** Bodies that were posted, with their `Origin`. */
  readonly posted: { readonly origin: string | undefined; readonly fields: URLSearchParams }[];
  close(): Promise<void>;
}

type Answer = ShownPage | { readonly redirect: string };

/** The pages on a real socket with their real headers; `answer` says what stands where. */
export async function startPages(
  answer: (method: string, path: string) => Answer | undefined,
): Promise<PagesServer> {
  const requests: string[] = [];
  const posted: PagesServer['posted'] = [];
  const server = createServer(async (request, response) => {
    const { method = 'GET', url: path = '/', headers } = request;
    requests.push(`${method} ${path}`);
    if (method === 'POST') {
      posted.push({ origin: headers.origin, fields: new URLSearchParams(await textOf(request)) });
    }
    const file = asset(path, headers['accept-encoding'] as string | undefined);
    if (file) return response.writeHead(200, file.headers).end(file.body);
    const page = answer(method, path);
    if (page && 'redirect' in page) {
      return response.writeHead(303, { location: page.redirect }).end();
    }
    if (page) return response.writeHead(page.status ?? 200, pageHeaders(page.kind)).end(page.body);
    return response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    posted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
