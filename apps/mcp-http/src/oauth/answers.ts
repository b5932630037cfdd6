import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '@jeonbo/core';
import {
  handOffPage,
  type NoticeKind,
  noticePage,
  noticeStatus,
  type PageKind,
  pageHeaders,
  pageLanguage,
} from '../pages/index.ts';

/** What ends a flow, for the person in front of the browser. */
export class Notice extends Error {
  readonly kind: NoticeKind;
  readonly code: string | undefined;
  /** Seconds. */
  readonly retryAfter: number | undefined;

  constructor(kind: NoticeKind, code?: string, retryAfter?: number) {
    super(kind);
    this.kind = kind;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** @param wanted what the client asks for; else what the browser does, else the server's */
export function languageOf(
  { headers }: IncomingMessage,
  fallback: Language,
  wanted?: unknown,
): Language {
  const told = typeof wanted === 'string' ? wanted : undefined;
  return pageLanguage(told, headers['accept-language'], fallback);
}

export function answerPage(
  response: ServerResponse,
  kind: PageKind,
  html: string,
  status = 200,
): void {
  response.writeHead(status, { ...pageHeaders(kind), 'content-length': Buffer.byteLength(html) });
  response.end(html);
}

export function answerNotice(
  response: ServerResponse,
  { kind, code, retryAfter }: Notice,
  language: Language,
): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  const html = noticePage({ language, kind, code, retryAfter });
  answerPage(response, 'notice', html, noticeStatus[kind]);
}

/** Leads on after a form: by a page, since browsers hold `form-action` against redirects. */
export function handOff(response: ServerResponse, to: string, language: Language): void {
  answerPage(response, 'handOff', handOffPage({ language, to }));
}

/** Leads on after a link. */
export function redirect(response: ServerResponse, to: string): void {
  const headers = { location: to, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' };
  response.writeHead(303, { ...headers, 'content-length': 0 });
  response.end();
}
