/** A request about to leave, or one that was answered. Keys and tokens are redacted, bodies are not shown. */
export interface RequestInfo {
  readonly method: string;
  /** Path and query; phone numbers masked. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** 1 for the first try. */
  readonly attempt: number;
}

export interface ResponseInfo extends RequestInfo {
  readonly status: number;
  readonly durationMs: number;
  readonly requestId: string | undefined;
}

export interface RetryInfo extends RequestInfo {
  /** Why: a status (`503`) or a network error's code (`ECONNRESET`). */
  readonly reason: string;
  /** How long it waits before the next try, in milliseconds. */
  readonly delayMs: number;
}

/** Called at each step of a request, with everything secret redacted. What they throw is ignored. */
export interface HttpHooks {
  readonly onRequest?: ((request: RequestInfo) => void) | undefined;
  readonly onResponse?: ((response: ResponseInfo) => void) | undefined;
  readonly onRetry?: ((retry: RetryInfo) => void) | undefined;
}
