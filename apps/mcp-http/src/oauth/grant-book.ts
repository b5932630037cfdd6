import { createTokenVault, type Database, type SecretKey } from '@jeonbo/store';
import type Provider from 'oidc-provider';
import { isUnreadable } from './unreadable.ts';

/** Which grants each person has given, so that it is known when the last one ends. */
export interface GrantBook {
  add(account: string, grantId: string): Promise<void>;
  /** @returns whether the person has another one that lives */
  remove(account: string, grantId: string): Promise<boolean>;
}

/** More logins of one person than any has; the oldest are dropped from the list, not ended. */
const mostKept = 200;

export async function createGrantBook(
  database: Database,
  key: SecretKey,
  provider: Provider,
): Promise<GrantBook> {
  // A vault is a list that one process at a time may change.
  const lists = await createTokenVault<readonly string[]>(database, key, {
    provider: 'jeonbo grants',
  });
  const isAlive = async (grantId: string) => (await provider.Grant.find(grantId)) !== undefined;
  const living = async (ids: readonly string[]) => {
    const alive = await Promise.all(ids.map(isAlive));
    return ids.filter((_, index) => alive[index]);
  };
  return {
    async add(account, grantId) {
      try {
        await lists.update(account, async (ids = []) => [
          ...(await living(ids)).slice(1 - mostKept),
          grantId,
        ]);
      } catch (error) {
        // A list under a key that is gone must not stop a new login.
        if (!isUnreadable(error)) throw error;
        await lists.set(account, [grantId]);
      }
    },
    async remove(account, grantId) {
      const left = await lists.update(account, async (ids = []) => {
        const others = await living(ids.filter((id) => id !== grantId));
        return others.length > 0 ? others : undefined;
      });
      return left !== undefined;
    },
  };
}
