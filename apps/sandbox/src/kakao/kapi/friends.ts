import type { KakaoFriend, KakaoUser } from '../../seed/seed.ts';
import { unsatisfied } from '../answers.ts';
import { limits } from '../limits.ts';
import { uuidOf } from '../people.ts';
import { requireScope } from './authenticate.ts';
import type { Call } from './call.ts';

interface Listed extends Required<Pick<KakaoFriend, 'id'>> {
  readonly user: KakaoUser;
  readonly favorite: boolean;
}

type Order = (a: Listed, b: Listed) => number;

const byNickname: Order = (a, b) => a.user.nickname.localeCompare(b.user.nickname, 'ko');
const orders: Readonly<Record<string, Order>> = {
  favorite: (a, b) => Number(b.favorite) - Number(a.favorite) || byNickname(a, b),
  nickname: byNickname,
  // The seed knows no ages: who has the lower id counts as the younger.
  age: (a, b) => a.id - b.id,
};

/** `GET /v1/api/talk/friends`: the friends who joined the app and agreed to be listed. */
export function friends(call: Call): Response {
  const { caller, form, origin } = call;
  requireScope(caller, 'friends', 'FRIENDS');
  const offset = numberOf(form, 'offset', 0, 0, Number.MAX_SAFE_INTEGER);
  const limit = numberOf(form, 'limit', 10, 1, limits.friendsPerPage);
  const direction = oneOf(form, 'order', ['asc', 'desc']);
  const order = oneOf(form, 'friend_order', Object.keys(orders));
  const all = listed(call).sort(orders[order]);
  if (direction === 'desc') all.reverse();
  const pageAt = (start: number) =>
    `${origin}/v1/api/talk/friends?${new URLSearchParams({
      offset: String(start),
      limit: String(limit),
      order: direction,
      friend_order: order,
    })}`;
  return Response.json({
    elements: all.slice(offset, offset + limit).map((friend) => elementOf(friend, call)),
    total_count: all.length,
    favorite_count: all.filter(({ favorite }) => favorite).length,
    ...(offset > 0 && { before_url: pageAt(Math.max(0, offset - limit)) }),
    ...(offset + limit < all.length && { after_url: pageAt(offset + limit) }),
  });
}

function listed({ caller, parts: { people, state } }: Call): Listed[] {
  return (caller.user.friends ?? []).flatMap(({ id, favorite = false }) => {
    const user = people.user(id);
    const agreed = state.links.scopes(caller.app.clientId, id)?.includes('friends') ?? false;
    return user !== undefined && agreed ? [{ id, user, favorite }] : [];
  });
}

function elementOf({ id, user, favorite }: Listed, { caller }: Call): object {
  return {
    id,
    uuid: uuidOf(caller.app.clientId, id),
    favorite,
    profile_nickname: user.nickname,
    profile_thumbnail_image: user.image ?? '',
    allowed_msg: user.fails !== -530 && user.fails !== -501,
  };
}

function numberOf(
  form: URLSearchParams,
  name: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const text = form.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= least && value <= most) return value;
  throw unsatisfied(name, `It must be a number from ${least} to ${most}.`);
}

function oneOf(form: URLSearchParams, name: string, values: readonly string[]): string {
  const value = form.get(name) ?? values[0] ?? '';
  if (values.includes(value)) return value;
  throw unsatisfied(name, `It must be one of ${values.join(', ')}.`);
}
