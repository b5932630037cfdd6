import type { CallOptions } from '@jeonbo/core';
import { createHttpClient, type HttpAnswer, type HttpRequest, unreadable } from '@jeonbo/core/http';
import { findMessageSid } from './answers.ts';
import { readProblem } from './errors.ts';
import { provider } from './provider.ts';
import { readSettings, type Settings } from './settings.ts';
import type { TwilioClientOptions } from './types.ts';

/** What every endpoint file works with. */
export interface Transport {
  readonly settings: Settings;
  /** A path below the account: `/Messages.json`. */
  path(rest: string): string;
  /**
   * One request by the rules of send safety, and what is read of its answer. What reads as `undefined` is an error that
   * says whether a message may have left.
   */
  request<Item>(
    request: Pick<HttpRequest, 'method' | 'path' | 'safety' | 'form'>,
    read: (json: unknown, answer: HttpAnswer) => Item | undefined,
    call: CallOptions | undefined,
  ): Promise<Item>;
}

export function createTransport(options: TwilioClientOptions): Transport {
  const settings = readSettings(options);
  const { onRequest, onResponse, onRetry } = options;
  return {
    settings,
    path: (rest) => `/2010-04-01/Accounts/${settings.requiredAccountSid()}${rest}`,
    async request(request, read, call) {
      const http = createHttpClient({
        onRequest,
        onResponse,
        onRetry,
        provider,
        baseUrl: settings.baseUrl(),
        headers: () => ({ authorization: settings.authorization() }),
        timeoutMs: options.timeoutMs,
        fetch: options.fetch,
        requestIdHeader: 'twilio-request-id',
        readProblem,
        findId: findMessageSid,
      });
      // Twilio promises that what it answers with 429 was not processed: https://www.twilio.com/docs/api/errors/20429
      const retryOn429 = options.retryOn429 ?? true;
      const answer = await http({ ...request, retryOn429, signal: call?.signal });
      const item = read(answer.json, answer);
      if (item !== undefined) return item;
      // Even a broken body may name the message, and with it the person can look up what became of it.
      throw unreadable(provider, request.safety, answer, findMessageSid(answer));
    },
  };
}
