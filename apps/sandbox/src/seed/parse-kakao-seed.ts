import { receiverErrors } from '../kakao/errors.ts';
import { isScope } from '../kakao/scopes.ts';
import { fields, list, text, wrong } from './read-fields.ts';
import type {
  KakaoApp,
  KakaoFriend,
  KakaoReceiverError,
  KakaoScope,
  KakaoSeed,
  KakaoUser,
} from './seed.ts';

export function parseKakaoSeed(input: unknown): KakaoSeed {
  const { apps, users } = fields(input, 'kakao', ['apps', 'users']);
  const people = optional(users, 'kakao.users', parseUser);
  if (people !== undefined) checkPeople(people);
  return { apps: optional(apps, 'kakao.apps', parseApp), users: people };
}

function parseApp(input: unknown, at: string): KakaoApp {
  const known = ['clientId', 'clientSecret', 'name', 'redirectUris', 'scopes', 'requiredScopes'];
  const given = fields(input, at, [...known, 'dailyQuota', 'login']);
  const { clientSecret, name, scopes, requiredScopes, dailyQuota, login } = given;
  if (login !== undefined && typeof login !== 'boolean')
    throw wrong(`${at}.login`, 'true or false');
  return {
    clientId: text(given.clientId, `${at}.clientId`),
    clientSecret: clientSecret === undefined ? undefined : text(clientSecret, `${at}.clientSecret`),
    name: name === undefined ? undefined : text(name, `${at}.name`),
    redirectUris: list(given.redirectUris, `${at}.redirectUris`, parseAddress),
    scopes: optional(scopes, `${at}.scopes`, parseScope),
    requiredScopes: optional(requiredScopes, `${at}.requiredScopes`, parseScope),
    dailyQuota: dailyQuota === undefined ? undefined : whole(dailyQuota, `${at}.dailyQuota`),
    login,
  };
}

function parseUser(input: unknown, at: string): KakaoUser {
  const known = ['id', 'nickname', 'image', 'phone', 'agreed', 'friends', 'fails'];
  const given = fields(input, at, known);
  const { image, phone, agreed, friends, fails } = given;
  return {
    id: whole(given.id, `${at}.id`),
    nickname: text(given.nickname, `${at}.nickname`),
    image: image === undefined ? undefined : parseAddress(image, `${at}.image`),
    phone: phone === undefined ? undefined : text(phone, `${at}.phone`),
    agreed: optional(agreed, `${at}.agreed`, parseScope),
    friends: optional(friends, `${at}.friends`, parseFriend),
    fails: fails === undefined ? undefined : parseError(fails, `${at}.fails`),
  };
}

function parseFriend(input: unknown, at: string): KakaoFriend {
  const { id, favorite = false } = fields(input, at, ['id', 'favorite']);
  if (typeof favorite !== 'boolean') throw wrong(`${at}.favorite`, 'true or false');
  return { id: whole(id, `${at}.id`), favorite };
}

function checkPeople(users: readonly KakaoUser[]): void {
  const ids = users.map(({ id }) => id);
  users.forEach(({ id, friends = [] }, index) => {
    if (ids.indexOf(id) !== index) throw wrong(`kakao.users[${index}].id`, 'of one user only');
    friends.forEach((friend, place) => {
      if (friend.id !== id && ids.includes(friend.id)) return;
      throw wrong(`kakao.users[${index}].friends[${place}].id`, 'the id of another user');
    });
  });
}

function parseScope(input: unknown, at: string): KakaoScope {
  if (typeof input === 'string' && isScope(input)) return input;
  throw wrong(at, 'a scope such as talk_message');
}

function parseError(input: unknown, at: string): KakaoReceiverError {
  const found = receiverErrors.find((code) => code === input);
  if (found === undefined) throw wrong(at, `one of ${receiverErrors.join(', ')}`);
  return found;
}

function parseAddress(input: unknown, at: string): string {
  if (typeof input === 'string' && /^https?:\/\//i.test(input) && URL.canParse(input)) return input;
  throw wrong(at, 'an http(s) address');
}

function whole(input: unknown, at: string): number {
  if (Number.isSafeInteger(input) && (input as number) > 0) return input as number;
  throw wrong(at, 'a whole number from 1 up');
}

function optional<T>(
  input: unknown,
  at: string,
  parse: (item: unknown, at: string) => T,
): T[] | undefined {
  return input === undefined ? undefined : list(input, at, parse);
}
