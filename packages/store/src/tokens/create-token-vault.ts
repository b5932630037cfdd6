import type { Database, Queryable } from '../database/database.ts';
import { gather } from '../database/gather.ts';
import { jsonRows } from '../database/json-rows.ts';
import type { SecretKey } from '../keys/secret-key.ts';
import { createSeal } from '../vault/seal.ts';
import { keepUnderLease } from './keep.ts';
import { dropLease, type Lease, type LeaseTimes, leaseTimes, takeLease } from './lease.ts';
import { tooLate } from './token-errors.ts';
import { createTurns } from './turns.ts';

/** What a provider gave for the login of each account, sealed. Accounts are names that may be listed: kept as they are. */
export interface TokenVault<Tokens> {
  get(account: string): Promise<Tokens | undefined>;
  /** After a login. Waits for an update under way, so that it does not overwrite this. */
  set(account: string, tokens: Tokens): Promise<void>;
  /** Waits like `set`. */
  delete(account: string): Promise<void>;
  /**
   * Runs `change` on what is kept now while nobody else, here or in another process, changes this account; keeps what
   * it returns (nothing: deletes) and hands it back. Where it throws, everything stays as it was. It may take as long as
   * one request (30 s), and must not itself change this account.
   *
   * @throws JeonboError `TIMEOUT` after 45 s behind others, `CONFLICT` where this process froze and another went on
   */
  update(
    account: string,
    change: (current: Tokens | undefined) => Promise<Tokens | undefined>,
  ): Promise<Tokens | undefined>;
  /** In the order of their names. */
  accounts(): Promise<readonly string[]>;
}

export interface TokenVaultOptions {
  /** Whose tokens: `kakao`. */
  readonly provider: string;
  /** Shorter ones for tests of crashes. */
  readonly times?: LeaseTimes;
}

/**
 * Makes the vault of an open database: structurally the `TokenStore` of @jeonbo/kakao-client.
 *
 * @example
 * const tokens = await createTokenVault<KakaoTokens>(database, key, { provider: 'kakao' });
 * const kakao = createKakaoClient({ tokens, account: 'work' });
 */
export async function createTokenVault<Tokens>(
  database: Database,
  key: SecretKey,
  { provider, times = leaseTimes }: TokenVaultOptions,
): Promise<TokenVault<Tokens>> {
  const seal = createSeal(key, 'token vault');
  const turns = createTurns();
  const contextOf = (account: string) => ['tokens', provider, account];

  const readSealed = gather(async (accounts: readonly string[]) => {
    const rows = await database.query<{ account: string; sealed: Uint8Array }>(
      `SELECT tokens.account, tokens.sealed FROM json_each(?) AS wanted
       JOIN vault_tokens AS tokens ON tokens.provider = ? AND tokens.account = wanted.value->>'account'`,
      [jsonRows([...new Set(accounts)].map((account) => ({ account }))), provider],
    );
    const found = new Map(rows.map(({ account, sealed }) => [account, sealed]));
    return accounts.map((account) => found.get(account));
  });
  const read = async (account: string): Promise<Tokens | undefined> => {
    const sealed = await readSealed(account);
    return sealed && (seal.open(sealed, contextOf(account)) as Tokens);
  };
  const write = async (queryable: Queryable, account: string, tokens: Tokens | undefined) => {
    if (tokens === undefined)
      await queryable.query('DELETE FROM vault_tokens WHERE provider = ? AND account = ?', [
        provider,
        account,
      ]);
    else
      await queryable.query(
        `INSERT INTO vault_tokens (provider, account, sealed) VALUES (?, ?, ?)
         ON CONFLICT (provider, account) DO UPDATE SET sealed = excluded.sealed`,
        [provider, account, seal.seal(tokens, contextOf(account))],
      );
  };

  /** This process waits for itself in a line, and only its first one asks the database, where other processes wait. */
  const underLease = <Result>(account: string, work: (lease: Lease) => Promise<Result>) => {
    const end = performance.now() + times.patienceMs;
    return turns(account, times.patienceMs, tooLate, async () => {
      const patienceMs = end - performance.now();
      const lease = await takeLease(database, { provider, account }, { ...times, patienceMs });
      try {
        return await work(lease);
      } catch (error) {
        await dropLease(database, lease).catch(() => {});
        throw error;
      }
    });
  };
  // What is there is not read: tokens that no key opens any more must not stop a new login.
  const put = (account: string, tokens: Tokens | undefined) =>
    underLease(account, (lease) =>
      keepUnderLease(database, lease, (transaction) => write(transaction, account, tokens)),
    );

  return {
    get: read,
    set: put,
    delete: (account) => put(account, undefined),
    update: (account, change) =>
      underLease(account, async (lease) => {
        const current = await read(account);
        const before = JSON.stringify(current);
        const tokens = await change(current);
        const isSame = JSON.stringify(tokens) === before;
        await keepUnderLease(database, lease, async (transaction) => {
          if (!isSame) await write(transaction, account, tokens);
        });
        return tokens;
      }),
    async accounts() {
      const rows = await database.query<{ account: string }>(
        'SELECT account FROM vault_tokens WHERE provider = ?',
        [provider],
      );
      return rows.map(({ account }) => account).toSorted();
    },
  };
}
