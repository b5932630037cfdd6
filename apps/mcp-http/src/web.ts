import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '@jeonbo/core';
import type { Log } from '@jeonbo/server';
import type { CheckAddress } from './http/check-address.ts';
import { clientAddress } from './http/client-address.ts';
import { answerOAuthRefusal, asRefusal, Refusal } from './http/refusal.ts';
import type { Costly } from './limits/costly.ts';
import type { RateLimit } from './limits/rate-limit.ts';
import { createMessageRoutes } from './message-routes.ts';
import { answerNotice, languageOf, Notice } from './oauth/answers.ts';
import type { OAuthRoute } from './oauth/routes.ts';
import type { ServedAll } from './serve-all.ts';

export interface WebParts {
  readonly people: NonNullable<ServedAll['people']>;
  readonly checkAddress: CheckAddress;
  readonly rateLimit: RateLimit;
  readonly costly: Costly;
  readonly proxies: number;
  readonly language: Language;
  readonly log: Log;
}

/** What is there beside MCP: log-ins, their pages, messages to read. */
export interface Web {
  route(path: string): OAuthRoute | undefined;
  answer(route: OAuthRoute, request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** Whether it was a person who came to where nothing is, and was told so. */
  answerNowhere(request: IncomingMessage, response: ServerResponse): boolean;
}

export function createWeb(parts: WebParts): Web {
  const { people, checkAddress, rateLimit, proxies, language, log } = parts;
  const messages = createMessageRoutes(people.pages, language);

  const pass = async (route: OAuthRoute, request: IncomingMessage, response: ServerResponse) => {
    const { methods, audience, costly } = route;
    const { method = 'GET' } = request;
    // A program's answers hold nothing that a cookie brought, so any page may ask for them; and what a person opens is
    // opened from other sites. Forms look at the origin themselves, down to the port.
    const { origin: _origin, ...headers } = request.headers;
    checkAddress({ headers, socket: request.socket });
    if (audience === 'program') openToPages(response);
    if (audience === 'program' && method === 'OPTIONS') {
      preflight(response, methods);
      return;
    }
    if (!methods.includes(method)) {
      const allowed = methods.join(', ');
      throw new Refusal(405, 'method', { values: { allowed }, headers: { allow: allowed } });
    }
    await rateLimit.take(`address ${clientAddress(request, proxies)}`);
    if (costly) await parts.costly(request);
    await route.answer(request, response);
  };

  return {
    route: (path) => people.oauth.routes(path) ?? messages(path),
    answerNowhere(request, response) {
      if (!/\btext\/html\b/.test(request.headers.accept ?? '')) return false;
      answerNotice(response, new Notice('notFound'), languageOf(request, language));
      return true;
    },
    async answer(route, request, response) {
      try {
        await pass(route, request, response);
      } catch (error) {
        const notice = noticeOf(error);
        if (notice.kind === 'fault') log.error('request failed', { error });
        else log.info('refused', { why: notice.kind, code: notice.code });
        if (response.headersSent) response.destroy();
        else if (route.audience === 'person')
          answerNotice(response, notice, languageOf(request, language));
        else answerOAuthRefusal(response, asRefusal(error), language);
      }
    },
  };
}

function noticeOf(error: unknown): Notice {
  if (error instanceof Notice) return error;
  if (!(error instanceof Refusal)) return new Notice('fault');
  const seconds = Number(error.options.headers?.['retry-after']);
  if (error.status === 429) return new Notice('tooManyRequests', undefined, seconds);
  return new Notice('badRequest', error.text);
}

function openToPages(response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-expose-headers', 'WWW-Authenticate, Retry-After');
}

function preflight(response: ServerResponse, methods: readonly string[]): void {
  response.writeHead(204, {
    'access-control-allow-methods': methods.join(', '),
    'access-control-allow-headers': 'Authorization, Content-Type, MCP-Protocol-Version',
    'access-control-max-age': '3600',
  });
  response.end();
}
