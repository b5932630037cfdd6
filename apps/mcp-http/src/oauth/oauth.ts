import { kakaoClient, type OpenStore } from '@jeonbo/server';
import { createRecords, createTokenVault } from '@jeonbo/store';
import type { Costly } from '../limits/costly.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Shared } from '../served.ts';
import { createBearer } from './bearer.ts';
import { createBrowsers } from './browser.ts';
import { endLogins } from './end-logins.ts';
import { createErrorPage } from './error-page.ts';
import { createFetchPermit } from './fetch-permit.ts';
import { createConsentLinks } from './friends-consent.ts';
import { createGrantBook } from './grant-book.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { createKakaoLogin } from './kakao-login.ts';
import { isUsable, type KakaoTokens } from './kakao-tokens.ts';
import type { OAuthParts } from './parts.ts';
import { createProvider } from './provider.ts';
import { createRoutes } from './routes.ts';
import { forgiving } from './unreadable.ts';
import { watch } from './watch.ts';

export interface OAuthInput {
  readonly issuer: string;
  /** Paths of the kakao server, the one to name first. */
  readonly paths: readonly [string, ...string[]];
  readonly store: OpenStore;
  readonly shared: Shared;
  readonly metrics: Metrics;
  readonly costly: Costly;
}

export type OAuth = Awaited<ReturnType<typeof createOAuth>>;

/** Logins of people by Kakao, and the tokens of their clients. */
export async function createOAuth(input: OAuthInput) {
  const { issuer, paths, store, shared, metrics, costly } = input;
  const { database, key } = store;
  const { environment, language, log } = shared;
  const { records, vault } = forgiving(
    await createRecords(database, key),
    await createTokenVault<KakaoTokens>(database, key, { provider: 'kakao' }),
    log,
  );
  const resources = paths.map((path) => issuer + path) as [string, ...string[]];
  const provider = createProvider({
    issuer,
    resources,
    records,
    key,
    fetch: shared.fetchClientMetadata ?? guardedFetch,
    mayFetch: createFetchPermit(costly),
    isLoggedIn: async (account) => isUsable(await vault.get(account)),
    renderError: createErrorPage(language),
  });
  const parts: OAuthParts = {
    issuer,
    resources,
    provider,
    records,
    vault,
    grants: await createGrantBook(database, key, provider),
    kakao: createKakaoLogin(environment, shared.fetch),
    browsers: createBrowsers(issuer, key),
    language,
    log,
    metrics,
  };
  watch(parts);
  endLogins(parts, async (account) => {
    const client = { environment, language, log, fetch: shared.fetch };
    await kakaoClient({ ...client, tokens: parts.vault, account }).user.unlink();
  });
  return {
    parts,
    access: createBearer(parts, environment),
    consentLink: createConsentLinks(parts),
    routes: createRoutes(parts),
  };
}
