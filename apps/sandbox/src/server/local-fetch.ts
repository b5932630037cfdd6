import type { Outgoing, Route } from '../gateway/gateway.ts';

/**
 * A `fetch` that answers from this process, whatever host the address names. Cuts look as they do from the real one:
 * a TypeError whose cause has the code ECONNRESET.
 */
export function createLocalFetch(route: Route): typeof globalThis.fetch {
  return async (input, init) => {
    const address =
      typeof input === 'string' && input.startsWith('/') ? `http://sandbox${input}` : input;
    const request = new Request(address, init);
    request.signal.throwIfAborted();
    const incoming = {
      method: request.method,
      url: new URL(request.url),
      headers: request.headers,
      readBody: () => request.text(),
    };
    const outgoing = await Promise.race([route(incoming, request.signal), aborted(request.signal)]);
    return answerOf(outgoing);
  };
}

async function answerOf(outgoing: Outgoing): Promise<Response> {
  if (outgoing.kind === 'cut') throw new TypeError('fetch failed', { cause: connectionReset() });
  const { response, bytes } = outgoing;
  if (outgoing.kind === 'answer') return bytes ? withBody(response, bytes) : response;
  const whole = bytes ?? new Uint8Array(await response.arrayBuffer());
  const half = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(whole.subarray(0, Math.floor(whole.length / 2))),
      pull: (controller) =>
        controller.error(new TypeError('terminated', { cause: connectionReset() })),
    },
    { highWaterMark: 0 },
  );
  const headers = new Headers(response.headers);
  headers.set('Content-Length', String(whole.length));
  return new Response(half, { status: response.status, headers });
}

function withBody({ status, headers, body }: Response, bytes: Uint8Array<ArrayBuffer>): Response {
  return new Response(body === null ? null : bytes, { status, headers });
}

function connectionReset(): Error {
  return Object.assign(new Error('read ECONNRESET'), {
    code: 'ECONNRESET',
    errno: -104,
    syscall: 'read',
  });
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
