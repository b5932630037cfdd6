export interface Attempt {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
  readonly fetch: typeof globalThis.fetch | undefined;
}

/** What came back. `error` where the connection broke, before or (with a status) during the answer. */
export interface AttemptResult {
  readonly status: number | undefined;
  readonly headers: Headers;
  /** As far as it came. */
  readonly text: string;
  readonly error: unknown;
  readonly timedOut: boolean;
}

/** No answer of a messaging provider is near this; more is a fault, not a message. */
const bodyLimit = 10 * 1024 * 1024;

/**
 * One request, once. ky's own retry is off: with POST among its methods it sends three times after a reset that came
 * when the server had read the body (measured with ky 1 and 2).
 */
export async function attempt(request: Attempt): Promise<AttemptResult> {
  // Importing ky makes Node load its whole fetch (40 ms): too much for a server that starts and waits to be asked.
  const { default: ky } = await import('ky');
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), request.timeoutMs);
  const { signal } = request;
  const result = { status: undefined as number | undefined, headers: new Headers(), text: '' };
  try {
    const response = await ky(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body !== undefined && { body: request.body }),
      ...(request.fetch && { fetch: request.fetch }),
      signal: signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal,
      // A redirect may lead to another host, and ours carry credentials.
      redirect: 'manual',
      retry: 0,
      throwHttpErrors: false,
      timeout: false,
    });
    result.status = response.status;
    result.headers = response.headers;
    await readInto(result, response);
    return { ...result, error: undefined, timedOut: false };
  } catch (error) {
    return { ...result, error, timedOut: timeout.signal.aborted };
  } finally {
    clearTimeout(timer);
  }
}

/** Keeps what arrived even where the rest never does: it may hold the id of a message that was sent. */
async function readInto(result: { text: string }, response: Response): Promise<void> {
  if (!response.body) return;
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    result.text += decoder.decode(value, { stream: true });
    if (result.text.length > bodyLimit) {
      await reader.cancel();
      throw new RangeError('The answer is larger than 10 MiB.');
    }
  }
  result.text += decoder.decode();
}
