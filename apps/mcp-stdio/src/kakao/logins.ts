import type { KakaoTokens } from '@jeonbo/kakao-client';
import type { OpenStore } from '@jeonbo/server';
import { createTokenVault, type TokenVault } from '@jeonbo/store';

/** Who is logged in under a name of this machine's. */
export interface Login {
  /** The id of the person in the app. */
  readonly userId: string;
  /** As Kakao said it at the login. */
  readonly nickname: string | null;
  /** The app at Kakao: its tokens are of no use to another. */
  readonly clientId: string;
}

export interface NamedLogin extends Login {
  readonly name: string;
}

/**
 * Logins by name, and tokens by person. A name only points to a person: who is logged in under two names has one set of
 * tokens, so a consent given under one holds for both, and one account in the ledger, so the same message is a repeat
 * under either. It is also the account that the HTTP server uses, where both share a store.
 */
export interface Logins {
  /** By the id of the person. */
  readonly tokens: TokenVault<KakaoTokens>;
  find(name: string): Promise<Login | undefined>;
  list(): Promise<readonly NamedLogin[]>;
  /** Whoever had the name has it no longer. */
  keep(name: string, login: Login, tokens: KakaoTokens): Promise<void>;
  /**
   * Forgets a name, and the tokens with the person's last one.
   *
   * @returns whether the person is still logged in under another
   */
  forget(name: string): Promise<boolean>;
}

export async function openLogins({ database, key }: OpenStore): Promise<Logins> {
  const tokens = await createTokenVault<KakaoTokens>(database, key, { provider: 'kakao' });
  const names = await createTokenVault<Login>(database, key, { provider: 'kakao-logins' });

  const list = async () => {
    const all = await Promise.all(
      (await names.accounts()).map(async (name) => ({ name, login: await names.get(name) })),
    );
    return all
      .flatMap(({ name, login }) => (login ? [{ name, ...login }] : []))
      .sort((a, b) => a.name.localeCompare(b.name));
  };
  const dropUnnamed = async (userId: string) => {
    const isNamed = (await list()).some((login) => login.userId === userId);
    if (!isNamed) await tokens.delete(userId);
    return isNamed;
  };

  return {
    tokens,
    find: (name) => names.get(name),
    list,
    async keep(name, login, received) {
      const before = await names.get(name);
      await tokens.set(login.userId, received);
      await names.set(name, login);
      if (before && before.userId !== login.userId) await dropUnnamed(before.userId);
    },
    async forget(name) {
      const login = await names.get(name);
      await names.delete(name);
      return login !== undefined && (await dropUnnamed(login.userId));
    },
  };
}
