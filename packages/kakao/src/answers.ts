import { type HttpAnswer, pick } from '@jeonbo/core/http';
import { snakeCase } from './snake-case.ts';
import type { KakaoTokens } from './token-store.ts';
import type { Friend, FriendsPage, KakaoScope, KakaoUser } from './types.ts';

// By hand, since a schema library would be a quarter of this package (docs/decisions/0003). Only what is used is read.

const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const number = (value: unknown): number | null => {
  const read = typeof value === 'string' && value.trim() ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : null;
};
const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);
const texts = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === 'string' && one !== '');

/**
 * A token answer, of a login or a refresh. What a refresh leaves out stays as it was: Kakao sends a refresh token only
 * when less than a month of the old one is left.
 *
 * @param askedAt when the request left, in milliseconds since 1970: lifetimes count from there at the latest
 */
export function readTokens(
  json: unknown,
  askedAt: number,
  previous?: KakaoTokens,
): KakaoTokens | undefined {
  const accessToken = text(pick(json, 'access_token'));
  if (accessToken === null) return undefined;
  const until = (name: string) => {
    const seconds = number(pick(json, name));
    return seconds === null ? null : askedAt + seconds * 1000;
  };
  const refreshToken = text(pick(json, 'refresh_token'));
  const scopes = text(pick(json, 'scope'))?.split(/[ ,]+/).filter(Boolean);
  return {
    accessToken,
    accessTokenExpiresAt: until('expires_in'),
    refreshToken: refreshToken ?? previous?.refreshToken ?? null,
    refreshTokenExpiresAt: refreshToken
      ? until('refresh_token_expires_in')
      : (previous?.refreshTokenExpiresAt ?? null),
    scopes: scopes ?? previous?.scopes ?? [],
  };
}

export function readIdToken(json: unknown): string | null {
  return text(pick(json, 'id_token'));
}

export function readUser(json: unknown): KakaoUser | undefined {
  const user = readFields(json, { sub: text, nickname: text, picture: text, email: text });
  return user && { ...user, raw: json };
}

export function readScopes(json: unknown): KakaoScope[] | undefined {
  return readList(pick(json, 'scopes'), {
    id: text,
    displayName: text,
    agreed: (value) => value === true,
    using: flag,
    revocable: flag,
  });
}

/** `{"result_code":0}` */
export function readMemo(json: unknown): { raw: unknown } | undefined {
  return number(pick(json, 'result_code')) === 0 ? { raw: json } : undefined;
}

export interface ReadPage extends FriendsPage {
  /** The next page's address; missing on the last one. */
  readonly next: string | undefined;
}

export function readFriends(json: unknown): ReadPage | undefined {
  const friends = readList<Friend>(pick(json, 'elements'), {
    uuid: text,
    id: number,
    profileNickname: text,
    profileThumbnailImage: text,
    favorite: flag,
    allowedMsg: flag,
  });
  if (!friends) return undefined;
  return {
    friends,
    totalCount: number(pick(json, 'total_count')) ?? friends.length,
    next: text(pick(json, 'after_url')) ?? undefined,
  };
}

/** How each field is read; its name on the wire is the same in snake_case. The first one must be there. */
type Fields<Item> = {
  readonly [Name in keyof Item]: (value: unknown) => Item[Name] | null;
};

function readFields<Item>(json: unknown, fields: Fields<Item>): Item | undefined {
  const all = Object.entries(fields as Readonly<Record<string, (value: unknown) => unknown>>);
  const read = all.map(([name, of]) => [name, of(pick(json, snakeCase(name)))] as const);
  return read[0]?.[1] === null ? undefined : (Object.fromEntries(read) as Item);
}

/** `undefined` where the list, or anything in it, cannot be read. */
function readList<Item>(value: unknown, fields: Fields<Item>): Item[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.map((json) => readFields(json, fields)).filter((item) => item !== undefined);
  return items.length === value.length ? items : undefined;
}

export interface FriendsAnswer {
  readonly sent: readonly string[];
  /** `uuids` is empty where Kakao does not say whom it means: then everybody who is not in `sent`. */
  readonly failures: readonly {
    readonly code: string;
    readonly message: string;
    readonly uuids: readonly string[];
  }[];
}

/** `successful_receiver_uuids` and `failure_info`, also seen as `failure_infos` and as one object in place of a list. */
export function readSendToFriends(json: unknown): FriendsAnswer | undefined {
  const successful = pick(json, 'successful_receiver_uuids');
  const named = [pick(json, 'failure_info'), pick(json, 'failure_infos')];
  const failed = named.filter((value) => value !== undefined && value !== null);
  if (successful === undefined && failed.length === 0) return undefined;
  return {
    sent: texts(successful),
    failures: failed.flat().map((failure) => ({
      code: `${pick(failure, 'code') ?? ''}`,
      message: text(pick(failure, 'msg')) ?? '',
      uuids: texts(pick(failure, 'receiver_uuids')),
    })),
  };
}

/** `{"msg":"…","code":-402,"required_scopes":["friends"],"allowed_scopes":["profile"]}` */
export function readFailure({ json }: HttpAnswer) {
  const code = number(pick(json, 'code'));
  if (code === null) return undefined;
  return {
    code: String(code),
    message: text(pick(json, 'msg')) ?? '',
    requiredScopes: texts(pick(json, 'required_scopes')),
    allowedScopes: texts(pick(json, 'allowed_scopes')),
  };
}

/** `{"error":"invalid_grant","error_description":"…","error_code":"KOE322"}` */
export function readOAuthFailure({ json }: HttpAnswer) {
  const error = text(pick(json, 'error'));
  if (error === null) return undefined;
  return {
    error,
    code: text(pick(json, 'error_code')) ?? error,
    message: text(pick(json, 'error_description')) ?? error,
  };
}
