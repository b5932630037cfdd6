import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it came. */
  readonly text: string;
  /** Parsed; undefined where there is no body. */
  // biome-ignore lint/suspicious/noExplicitAny: what came is what the test is about
  readonly body: any;
}

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as it is where it is a text, else as JSON. */
  readonly body?: unknown;
}

/** A request with any header and body, for what no client would send; `fetch` does not let Host be set. */
export async function send(url: string, raw: RawRequest = {}): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body } = raw;
  const content = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method,
        // Kept connections would make each stop wait for them.
        agent: false,
        headers: {
          ...(content !== undefined && {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(content)),
          }),
          ...headers,
        },
      },
      (response) => {
        text(response).then(
          (read) =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: read,
              body: parsed(read),
            }),
          reject,
        );
      },
    );
    sent.on('error', reject);
    sent.end(content);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
