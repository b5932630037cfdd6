import type { CallOptions } from '@jeonbo/core';
import { readFriends } from './answers.ts';
import { invalid } from './provider.ts';
import type { Transport } from './transport.ts';
import type {
  Friend,
  FriendOrdering,
  FriendsFilter,
  FriendsPage,
  FriendsPageInput,
} from './types.ts';

const root = '/v1/api/talk/friends';
const maxPageSize = 100;

/** `GET /v1/api/talk/friends`, one page. */
export async function friendsPage(
  transport: Transport,
  { limit = 10, ...ordering }: FriendsPageInput = {},
  call?: CallOptions,
): Promise<FriendsPage> {
  const { friends, totalCount } = await readPage(transport, pagePath(ordering, limit), call);
  return { friends, totalCount };
}

/**
 * `GET /v1/api/talk/friends`, page by page. Each friend once: who joins while the list is read moves others to the next
 * page. Who leaves moves others to the page before, so somebody may be missed; read it again where that matters.
 */
export async function* listFriends(
  transport: Transport,
  { limit = Number.POSITIVE_INFINITY, pageSize, ...ordering }: FriendsFilter = {},
  call?: CallOptions,
): AsyncGenerator<Friend, void, undefined> {
  if (limit !== Number.POSITIVE_INFINITY) checkWhole('limit', limit, 1);
  let left = limit;
  const baseUrl = transport.settings.apiBaseUrl();
  if (pageSize !== undefined) checkWhole('pageSize', pageSize, 1, maxPageSize);
  const first = pagePath(ordering, pageSize ?? Math.min(limit, maxPageSize));
  const told = new Set<string>();
  const asked = new Set<string>();
  let path: string | undefined = onApiHost(baseUrl + first, baseUrl);
  // Pages that lead in a circle, or hold nobody, would go on for ever.
  while (path !== undefined && !asked.has(path)) {
    asked.add(path);
    const page = await readPage(transport, path, call);
    for (const friend of page.friends) {
      if (told.has(friend.uuid)) continue;
      told.add(friend.uuid);
      yield friend;
      if (--left === 0) return;
    }
    const isLast = page.next === undefined || page.friends.length === 0;
    path = isLast ? undefined : onApiHost(page.next, baseUrl);
  }
}

function readPage(transport: Transport, path: string, call: CallOptions | undefined) {
  return transport.request({ method: 'GET', path, safety: 'read' }, readFriends, call);
}

function pagePath({ friendOrder, order, offset = 0 }: FriendOrdering, limit: number): string {
  checkWord('friendOrder', friendOrder, ['favorite', 'nickname', 'age']);
  checkWord('order', order, ['asc', 'desc']);
  checkWhole('offset', offset, 0);
  checkWhole('limit', limit, 1, maxPageSize);
  const query = new URLSearchParams({ offset: String(offset), limit: String(limit) });
  if (friendOrder) query.set('friend_order', friendOrder);
  if (order) query.set('order', order);
  return `${root}?${query}`;
}

/** Kakao's links are whole. One to the API host keeps our scheme; another is left for the HTTP layer to refuse. */
function onApiHost(link: string, baseUrl: string): string {
  const base = new URL(baseUrl);
  const url = new URL(link, base);
  return url.host === base.host ? base.origin + url.pathname + url.search : url.href;
}

function checkWord(field: string, value: string | undefined, allowed: readonly string[]): void {
  if (value !== undefined && !allowed.includes(value))
    throw invalid(field, `${field} must be ${allowed.join(', ')}.`);
}

function checkWhole(field: string, value: number, from: number, to = Number.MAX_SAFE_INTEGER) {
  if (Number.isSafeInteger(value) && value >= from && value <= to) return;
  const upTo = to === maxPageSize ? ` to ${to}` : '';
  throw invalid(field, `${field} must be a whole number from ${from}${upTo}.`);
}
