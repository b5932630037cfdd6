import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseSecretKey } from '../keys/secret-key.ts';
import { type Child, startScript } from '../testing/children.ts';
import { testEngines } from '../testing/engines.ts';
import { type TestStore, useStores } from '../testing/store-fixture.ts';
import {
  startTokenProvider,
  type TestTokens,
  type TokenChildJob,
} from '../testing/token-provider.ts';
import { createTokenVault } from './create-token-vault.ts';
import { type LeaseTimes, leaseTimes } from './lease.ts';

const script = new URL('../testing/token-child.ts', import.meta.url);

describe.each(testEngines)('many processes and one account on %s', (_name, start) => {
  const stores = useStores(start);
  let provider: Awaited<ReturnType<typeof startTokenProvider>>;
  let children: Child[];
  beforeEach(async () => {
    provider = await startTokenProvider();
    children = [];
  });
  afterEach(async () => {
    await Promise.all(children.map((child) => child.kill()));
    await provider.stop();
  });

  const startChildren = async (store: TestStore, count: number, times: LeaseTimes) => {
    const { url, secret } = store;
    const job: TokenChildJob = { url, secret, provider: provider.url, times };
    const started = Array.from({ length: count }, () => startScript(script, job));
    children.push(...(await Promise.all(started)));
    return children;
  };
  const vaultOf = ({ database, secret }: TestStore, times: LeaseTimes) =>
    createTokenVault<TestTokens>(database, parseSecretKey(secret), { provider: 'kakao', times });

  it('renew it once for each time it runs out', { timeout: 60_000 }, async () => {
    const store = await stores.create();
    const vault = await vaultOf(store, leaseTimes);
    await vault.set('me', provider.current());
    await startChildren(store, 4, leaseTimes);
    for (let round = 1; round <= 10; round += 1) {
      const { access } = provider.current();
      const said = await Promise.all(children.map((child) => child.go(access)));
      expect(said).toEqual(Array(4).fill(provider.current()));
      expect(provider.counts()).toEqual({ given: round, reused: 0 });
    }
    expect(await vault.get('me')).toEqual(provider.current());
  });

  it('go on after one was killed in the middle, when its lease is over', {
    timeout: 60_000,
  }, async () => {
    const store = await stores.create();
    const times = { leaseMs: 1500, patienceMs: 10_000 };
    const vault = await vaultOf(store, times);
    const before = provider.current();
    await vault.set('me', before);
    const [child] = await startChildren(store, 1, times);
    const asked = provider.hold();
    child?.go(before.access).catch(() => {});
    await asked;
    await child?.kill();
    const [lease] = await store.database.query<{ until: number }>('SELECT until FROM vault_leases');
    expect(await vault.get('me')).toEqual(before);
    const after = { access: 'after', refresh: 'after' };
    await vault.update('me', async (current) => {
      expect(current).toEqual(before);
      return after;
    });
    expect(Date.now()).toBeGreaterThanOrEqual(lease?.until ?? Number.POSITIVE_INFINITY);
    expect(await vault.get('me')).toEqual(after);
  });

  it('are not overwritten by one that stood still', { timeout: 60_000 }, async () => {
    const store = await stores.create();
    const times = { leaseMs: 1000, patienceMs: 10_000 };
    const vault = await vaultOf(store, times);
    await vault.set('me', provider.current());
    const [child] = await startChildren(store, 1, times);
    const asked = provider.hold();
    const said = child?.go(provider.current().access);
    const response = await asked;
    child?.process.kill('SIGSTOP');
    const login = { access: 'login', refresh: 'login' };
    await vault.set('me', login);
    response.end(JSON.stringify({ access: 'late', refresh: 'late' }));
    child?.process.kill('SIGCONT');
    expect(await said).toMatchObject({ code: 'CONFLICT', retryable: true });
    expect(await vault.get('me')).toEqual(login);
  });
});
