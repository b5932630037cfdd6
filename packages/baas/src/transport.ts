import type { CallOptions } from '@jeonbo/core';
import {
  createHttpClient,
  type HttpAnswer,
  type HttpRequest,
  refused,
  type Safety,
  unreadable,
} from '@jeonbo/core/http';
import { findGroupId } from './answers.ts';
import { readProblem } from './errors.ts';
import { provider, readSettings, type Settings } from './settings.ts';
import type { BaasClientOptions } from './types.ts';

/** What every endpoint file works with. */
export interface Transport {
  readonly settings: Settings;
  /** One request; what comes back is no failure, in either of the vendor's envelopes. */
  request(request: Omit<HttpRequest, 'retryOn429'>): Promise<HttpAnswer>;
}

export function createTransport(options: BaasClientOptions): Transport {
  const settings = readSettings(options);
  const { onRequest, onResponse, onRetry } = options;
  return {
    settings,
    async request(request) {
      const http = createHttpClient({
        onRequest,
        onResponse,
        onRetry,
        provider,
        baseUrl: settings.baseUrl(),
        headers: (): Record<string, string> =>
          options.auth === 'bearer'
            ? { authorization: `Bearer ${settings.apiKey()}` }
            : { 'x-api-key': settings.apiKey() },
        timeoutMs: options.timeoutMs,
        fetch: options.fetch,
        readProblem,
        findId: findGroupId,
      });
      const answer = await http({ ...request, retryOn429: options.retryOn429 });
      // HTTP 200 with `success: false` is a refusal all the same.
      if (readProblem(answer)) throw refused(provider, request.safety, answer, readProblem);
      return answer;
    },
  };
}

/** What was read of an answer, or the error that it cannot be read. */
export function required<T>(read: T | undefined, answer: HttpAnswer, safety: Safety): T {
  // Even a broken body may name the group, and with it the person can look up what became of it.
  if (read === undefined) throw unreadable(provider, safety, answer, findGroupId(answer));
  return read;
}

/** The part of call options that a request takes. */
export function signalOf(options: CallOptions | undefined): Pick<HttpRequest, 'signal'> {
  return { signal: options?.signal };
}
