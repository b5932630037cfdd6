import { type CallOptions, JeonboError } from '@jeonbo/core';
import { createHttpClient, type HttpAnswer, type HttpRequest, unreadable } from '@jeonbo/core/http';
import { isTokenRefused, readProblem } from './errors.ts';
import { provider } from './provider.ts';
import { createSession, type Session } from './session.ts';
import { readSettings, type Settings } from './settings.ts';
import { refreshTokens } from './token-request.ts';
import type { KakaoClientOptions } from './types.ts';

/** What every endpoint file works with. */
export interface Transport {
  readonly settings: Settings;
  readonly session: Session;
  /**
   * One request by the rules of send safety, and what is read of its answer. A token that is over is renewed once and
   * the request sent again: Kakao refuses such a request before it processes it, so this holds for sends too.
   */
  request<Item>(
    request: Pick<HttpRequest, 'method' | 'path' | 'safety' | 'form'>,
    read: (json: unknown, answer: HttpAnswer) => Item | undefined,
    call: CallOptions | undefined,
  ): Promise<Item>;
}

export function createTransport(options: KakaoClientOptions, account: string): Transport {
  const settings = readSettings(options);
  const { retryOn429 } = options;
  // A refresh belongs to all who wait for it, so no caller's signal cancels it.
  const session = createSession(options, account, (previous) =>
    refreshTokens(settings, options, previous),
  );
  return {
    settings,
    session,
    async request(request, read, call) {
      const ask = (token: string) =>
        createHttpClient({
          ...options,
          provider,
          baseUrl: settings.apiBaseUrl(),
          headers: () => ({ authorization: `Bearer ${token}` }),
          readProblem: (answer) => readProblem(answer, request.form),
        })({ ...request, retryOn429, signal: call?.signal });
      const token = await session.accessToken().catch(rethrow);
      const answer = await ask(token).catch(async (error: unknown) => {
        if (!JeonboError.is(error) || !isTokenRefused(error)) throw error;
        const renewed = await session.renew(token).catch(rethrow);
        if (renewed === undefined) throw error;
        return ask(renewed);
      });
      const item = read(answer.json, answer);
      if (item === undefined) throw unreadable(provider, request.safety, answer);
      return item;
    },
  };
}

/** A store is the caller's own, and may fail in its own way: before anything left, or after Kakao refused it. */
function rethrow(cause: unknown): never {
  if (JeonboError.is(cause)) throw cause;
  const message = 'The tokens could not be read or kept. Nothing was sent.';
  throw new JeonboError('INTERNAL_ERROR', message, { provider, cause });
}
