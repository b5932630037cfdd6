import type { CallOptions } from '@jeonbo/core';
import type { Page } from './answers.ts';
import { invalid } from './provider.ts';
import type { Transport } from './transport.ts';

export interface ListOptions<Item> {
  readonly path: string;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly limit: number | undefined;
  readonly pageSize: number | undefined;
  readonly read: (json: unknown) => Page<Item> | undefined;
}

const maxPageSize = 1000;

/** One item after the other, a request a page, the next only when it is asked for. */
export async function* listPages<Item>(
  transport: Transport,
  { path, query, limit, pageSize, read }: ListOptions<Item>,
  call: CallOptions | undefined,
): AsyncGenerator<Item, void, undefined> {
  checkCount('limit', limit);
  checkCount('pageSize', pageSize, maxPageSize);
  const size = pageSize ?? limit;
  const first = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) first.set(name, value);
  if (size !== undefined) first.set('PageSize', String(Math.min(size, maxPageSize)));

  let seen = 0;
  let next: string | undefined = first.size > 0 ? `${path}?${first}` : path;
  while (next !== undefined) {
    const request = { method: 'GET', path: next, safety: 'read' } as const;
    const page: Page<Item> = await transport.request(request, read, call);
    for (const item of page.items) {
      yield item;
      if (++seen === limit) return;
    }
    next = page.next && onApiHost(page.next, transport.settings.baseUrl());
  }
}

/** Page links are relative to the host. A full one is resolved, so that the HTTP layer refuses what leads elsewhere. */
function onApiHost(link: string, baseUrl: string): string {
  if (/^\/(?![/\\])/.test(link) || !URL.canParse(link, baseUrl)) return link;
  return new URL(link, baseUrl).href;
}

function checkCount(field: string, count: number | undefined, max?: number): void {
  if (count === undefined) return;
  if (Number.isSafeInteger(count) && count >= 1 && count <= (max ?? count)) return;
  throw invalid(field, `${field} must be a whole number from 1${max ? ` to ${max}` : ''}.`);
}

/** A day or an instant in UTC, as Twilio's filters take it. */
export function dateFilter(value: Date | string | undefined, field: string): string | undefined {
  if (value === undefined) return undefined;
  if (
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
    return value;
  if (value instanceof Date && !Number.isNaN(value.getTime())) return toSeconds(value);
  throw invalid(field, `${field} must be a Date or YYYY-MM-DD.`);
}

/** ISO 8601 in UTC without milliseconds, as Twilio writes it. */
export function toSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
