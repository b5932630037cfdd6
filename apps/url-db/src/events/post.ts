import type { ClientRequest, IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { type Address, type NetworkRules, resolveEndpoint } from './resolve-endpoint.ts';

// As a module it would load Node's own fetch as well; see src/http/listen.ts.
const { request: httpRequest } = process.getBuiltinModule('node:http');

export interface PostOptions extends NetworkRules {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For all of it, the look-up too. */
  readonly timeoutMs: number;
}

export type PostResult =
  | { readonly status: number; readonly retryAfter?: string | undefined }
  | { readonly error: string };

/**
 * Posts to an address that a stranger chose: connected to the very address that was checked, so that a name cannot mean
 * another one a moment later; no redirect is followed, and nothing of the answer is read but its head.
 */
export async function post(endpoint: string, options: PostOptions): Promise<PostResult> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  try {
    const resolved = await orAborted(resolveEndpoint(endpoint, options), signal);
    if ('problem' in resolved) return { error: resolved.problem };
    const answer = await send(new URL(endpoint), resolved.addresses, options, signal);
    return { status: answer.statusCode ?? 0, retryAfter: answer.headers['retry-after'] };
  } catch (error) {
    return { error: signal.aborted ? 'timeout' : codeOf(error) };
  }
}

async function send(
  url: URL,
  addresses: readonly Address[],
  { headers, body }: PostOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const pinned: LookupFunction = (_name, { all }, callback) => {
    const [first] = addresses as readonly [Address, ...Address[]];
    if (all) callback(null, [...addresses]);
    else callback(null, first.address, first.family);
  };
  // Loaded where something is posted: most starts have nobody to post to.
  const open = url.protocol === 'https:' ? (await import('node:https')).request : httpRequest;
  return new Promise((resolve, reject) => {
    const request: ClientRequest = open(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      // A connection of its own: a kept one may have been closed over there meanwhile, which would look like a failure.
      agent: false,
      lookup: pinned,
      signal,
    });
    request.on('error', reject);
    request.on('response', (answer) => {
      resolve(answer);
      // However long it is, nobody wants the rest.
      request.destroy();
    });
    request.end(body);
  });
}

function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const give = () => reject(signal.reason);
  if (signal.aborted) give();
  signal.addEventListener('abort', give, { once: true });
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', give));
}

/** `ECONNREFUSED`, `CERT_HAS_EXPIRED`: says enough, and nothing of this machine. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  return error instanceof AggregateError ? codeOf(error.errors[0]) : 'failed';
}
