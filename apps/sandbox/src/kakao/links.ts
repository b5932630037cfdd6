import type { KakaoScope } from '../seed/seed.ts';
import type { People } from './people.ts';

/** Who has joined which app with which scopes. `null`: has left. */
export type LinksData = readonly (readonly [key: string, scopes: readonly KakaoScope[] | null])[];

/** What users agreed to: first as the seed says, then as they agree and leave. */
export function createLinks(people: People) {
  const changed = new Map<string, readonly KakaoScope[] | null>();

  function scopes(clientId: string, userId: number): readonly KakaoScope[] | undefined {
    const own = changed.get(pairKey(clientId, userId));
    if (own !== undefined) return own ?? undefined;
    return people.user(userId)?.agreed;
  }

  return {
    /** The scopes agreed to; `undefined`: has not joined. */
    scopes,
    agree(clientId: string, userId: number, added: readonly KakaoScope[]): void {
      const all = new Set([...(scopes(clientId, userId) ?? []), ...added]);
      changed.set(pairKey(clientId, userId), [...all]);
    },
    unlink: (clientId: string, userId: number): void => {
      changed.set(pairKey(clientId, userId), null);
    },
    reset: (): void => changed.clear(),
    save: (): LinksData => [...changed],
    load(data: LinksData): void {
      changed.clear();
      for (const [key, agreed] of data) changed.set(key, agreed);
    },
  };
}

export function pairKey(clientId: string, userId: number): string {
  return `${clientId} ${userId}`;
}
