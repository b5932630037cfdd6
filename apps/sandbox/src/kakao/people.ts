import { createHash } from 'node:crypto';
import type { KakaoApp, KakaoScope, KakaoSeed, KakaoUser } from '../seed/seed.ts';
import { defaultUsers } from './default-users.ts';
import { limits } from './limits.ts';
import { allScopes } from './scopes.ts';

/** An app with nothing left open. */
export interface App {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly name: string;
  /** `undefined`: anything on this machine. */
  readonly redirectUris: readonly string[] | undefined;
  readonly scopes: readonly KakaoScope[];
  readonly requiredScopes: readonly KakaoScope[];
  readonly dailyQuota: number;
  readonly login: boolean;
}

export type People = ReturnType<typeof createPeople>;

/** Apps and users of the seed; without apps, every client id is one. */
export function createPeople(seed: KakaoSeed | undefined) {
  const users = seed?.users ?? defaultUsers;
  const byId = new Map(users.map((user) => [user.id, user]));

  return {
    users,
    app(clientId: string): App | undefined {
      if (clientId === '') return undefined;
      if (seed?.apps === undefined) return withDefaults({ clientId, redirectUris: [] }, undefined);
      const found = seed.apps.find((app) => app.clientId === clientId);
      return found && withDefaults(found, found.redirectUris);
    },
    user: (id: number): KakaoUser | undefined => byId.get(id),
    /** By id or by nickname, as a test names somebody. */
    named: (name: string): KakaoUser | undefined =>
      users.find(({ id, nickname }) => String(id) === name || nickname === name),
    withUuid: (clientId: string, uuid: string): KakaoUser | undefined =>
      users.find(({ id }) => uuidOf(clientId, id) === uuid),
  };
}

/** What an app calls a user in messages: another app has another name for the same one. Not of the form of RFC 4122. */
export function uuidOf(clientId: string, userId: number): string {
  return createHash('sha256').update(`${clientId} ${userId}`).digest('base64url').slice(0, 36);
}

/** The phone of the inbox that shows a user's chats. */
export function phoneOf({ id, phone }: KakaoUser): string {
  return phone ?? `kakao-${id}`;
}

function withDefaults(app: KakaoApp, redirectUris: readonly string[] | undefined): App {
  const scopes = app.scopes ?? allScopes;
  return {
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    name: app.name ?? 'Test app',
    redirectUris,
    scopes,
    requiredScopes: (app.requiredScopes ?? (['profile_nickname'] as const)).filter((scope) =>
      scopes.includes(scope),
    ),
    dailyQuota: app.dailyQuota ?? limits.perDay.app,
    login: app.login ?? true,
  };
}
