import type { Finished } from './waiting.ts';

/** A login for programs. No token is in it. */
export function asJson({ name, userId, nickname, scopes, refreshTokenExpiresAt }: Finished) {
  return {
    account: name,
    user_id: userId,
    nickname,
    scopes,
    refresh_expires_at:
      refreshTokenExpiresAt === null ? null : new Date(refreshTokenExpiresAt).toISOString(),
  };
}
