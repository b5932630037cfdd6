import { JeonboError } from '../error.ts';
import { attempt } from './attempt.ts';
import { failureCode } from './failure.ts';
import type { HttpHooks, RequestInfo } from './hooks.ts';
import type { HttpAnswer, ReadProblem, Safety } from './outcome.ts';
import { brokenOff, refused } from './outcome.ts';
import { redactHeaders, redactUrl, withoutSecrets } from './redact.ts';
import { backOffMs, longestWaitMs, retryAfterMs, retryLimit, sleep } from './retry.ts';

export interface HttpClientOptions extends HttpHooks {
  /** Named in errors. */
  readonly provider: string;
  readonly baseUrl: string;
  /** Read for each request, so that keys may come late and change. What it throws goes to the caller. */
  readonly headers: () => Readonly<Record<string, string>>;
  /** For one try, in milliseconds. Default 30000. */
  readonly timeoutMs?: number | undefined;
  readonly fetch?: typeof globalThis.fetch | undefined;
  /** Default `x-request-id`. */
  readonly requestIdHeader?: string;
  /** What the provider's error body says. */
  readonly readProblem: ReadProblem;
  /** The id of a message in an answer that broke off. */
  readonly findId?: (answer: HttpAnswer) => string | undefined;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Relative to the base URL; an absolute one must be on its host. */
  readonly path: string;
  readonly safety: Safety;
  readonly json?: unknown;
  readonly form?: URLSearchParams;
  /** Repeats a send that was refused with 429: only where the provider promises that it was not processed. */
  readonly retryOn429?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Sends requests to one provider by the rules of send safety, and answers with what has a 2xx status. */
export type HttpClient = (request: HttpRequest) => Promise<HttpAnswer>;

/**
 * The one place that speaks HTTP.
 *
 * | what happened | read | send |
 * | --- | --- | --- |
 * | 429 | retry, Retry-After honoured | error, or the same with `retryOn429` |
 * | 408, 5xx | retry, full jitter, 2 retries | `DELIVERY_UNKNOWN`, `mayHaveBeenSent` |
 * | time-out or reset after it left | retry | `DELIVERY_UNKNOWN`, `mayHaveBeenSent` |
 * | refused before it left | retry | `NETWORK_ERROR` |
 *
 * @throws JeonboError for everything but a 2xx answer
 */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  return async (request) => {
    const url = onHost(options, request.path);
    const body =
      request.json === undefined ? request.form?.toString() : JSON.stringify(request.json);
    const headers = {
      accept: 'application/json',
      ...(body !== undefined && {
        'content-type':
          request.json === undefined ? 'application/x-www-form-urlencoded' : 'application/json',
      }),
      ...options.headers(),
    };
    refuseBadHeaders(headers, options.provider);
    for (let count = 1; ; count++) {
      if (request.signal?.aborted) throw canceled(options.provider);
      const outcome = await once(options, request, { url, body, headers, count });
      if ('answer' in outcome) return outcome.answer;
      const { error, repeatable } = outcome;
      const wait = error.retryAfterMs ?? backOffMs(count);
      if (!repeatable || count > retryLimit || wait > longestWaitMs) throw error;
      notify(options.onRetry, () => ({
        ...describe(request, url, headers, count),
        reason: error.status ? String(error.status) : failureCode(error.cause) || error.code,
        delayMs: wait,
      }));
      await sleep(wait, request.signal);
    }
  };
}

/** The runtime's own error would quote the key, and would look as if the request might have left. */
function refuseBadHeaders(headers: Readonly<Record<string, string>>, provider: string): void {
  const bad = Object.entries(headers).find(([, value]) => !/^[\x20-\x7e]*$/.test(value));
  if (!bad) return;
  const words = `The value for ${bad[0]} holds a line break or another sign that no key has.`;
  throw new JeonboError('VALIDATION_ERROR', words, { provider, field: bad[0] });
}

interface Prepared {
  readonly url: URL;
  readonly body: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly count: number;
}

type Outcome =
  | { readonly answer: HttpAnswer }
  | { readonly error: JeonboError; readonly repeatable: boolean };

async function once(
  options: HttpClientOptions,
  request: HttpRequest,
  { url, body, headers, count }: Prepared,
): Promise<Outcome> {
  const { provider, fetch, timeoutMs = 30_000 } = options;
  const { method, safety, signal } = request;
  const info = () => describe(request, url, headers, count);
  notify(options.onRequest, info);
  const started = performance.now();
  const result = await attempt({ method, url, headers, body, timeoutMs, signal, fetch });
  const { status } = result;
  const text = withoutSecrets(result.text, headers);
  const answer: HttpAnswer | undefined =
    status === undefined
      ? undefined
      : {
          status,
          text,
          json: parse(text),
          requestId: result.headers.get(options.requestIdHeader ?? 'x-request-id') ?? undefined,
          retryAfterMs: retryAfterMs(result.headers),
        };
  if (answer)
    notify(options.onResponse, () => ({
      ...info(),
      status: answer.status,
      durationMs: performance.now() - started,
      requestId: answer.requestId,
    }));
  if (answer && (answer.status < 200 || answer.status >= 300)) {
    const error = refused(provider, safety, answer, options.readProblem);
    const again = safety === 'read' ? [408, 429] : request.retryOn429 ? [429] : [];
    const repeatable = again.includes(answer.status) || (safety === 'read' && answer.status >= 500);
    return { error, repeatable };
  }
  if (answer && result.error === undefined) return { answer };
  if (signal?.aborted && safety !== 'send') return { error: canceled(provider), repeatable: false };
  return {
    error: brokenOff(provider, safety, result, answer, answer && options.findId?.(answer)),
    repeatable: safety === 'read',
  };
}

/** A link that a provider hands out (a next page) must not carry credentials elsewhere. */
function onHost({ baseUrl, provider }: HttpClientOptions, path: string): URL {
  const base = new URL(baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`);
  const address = /^https?:/.test(path) ? path : path.replace(/^\/+/, '');
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (url?.origin !== base.origin)
    throw new JeonboError(
      'INVALID_RESPONSE',
      `The provider pointed to another host (${url?.host ?? 'no address'}); it was not followed.`,
      { provider },
    );
  return url;
}

function canceled(provider: string): JeonboError {
  return new JeonboError('CANCELED', 'The call was canceled before anything was sent.', {
    provider,
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function describe(
  { method }: HttpRequest,
  url: URL,
  headers: Readonly<Record<string, string>>,
  attemptNumber: number,
): RequestInfo {
  return { method, url: redactUrl(url), headers: redactHeaders(headers), attempt: attemptNumber };
}

/** A hook watches; its faults must not change what is sent. Where there is none, nothing is redacted for it. */
function notify<Info>(hook: ((info: Info) => void) | undefined, info: () => Info): void {
  try {
    hook?.(info());
  } catch {}
}
