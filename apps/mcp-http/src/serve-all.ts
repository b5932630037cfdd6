import type { OpenStore } from '@jeonbo/server';
import { createCallers, createMessagePages, type MessagePages } from '@jeonbo/store';
import { type AuthenticateParts, authenticate } from './callers/authenticate.ts';
import type { Costly } from './limits/costly.ts';
import type { Metrics } from './metrics/metrics.ts';
import { loadOAuth } from './oauth/load-library.ts';
import type { OAuth } from './oauth/oauth.ts';
import { kakaoProvider } from './providers/kakao.ts';
import type { KeysProvider } from './providers/provider.ts';
import { keysProviders } from './providers/providers.ts';
import { type Served, type Shared, serveProvider } from './served.ts';
import type { ServerName } from './types.ts';

/** Every server of one process, by the paths that it answers at. */
export interface ServedAll {
  readonly paths: ReadonlyMap<string, Served>;
  readonly served: readonly Served[];
  /** Where kakao is served. */
  readonly people: { readonly oauth: OAuth; readonly pages: MessagePages } | undefined;
}

export interface ServeAllParts {
  /** The origin by which the world knows this server. */
  readonly issuer: string;
  readonly store: OpenStore;
  readonly metrics: Metrics;
  readonly shared: Shared;
  readonly costly: Costly;
}

export async function serveAll(
  servers: readonly ServerName[],
  { issuer, store, metrics, shared, costly }: ServeAllParts,
): Promise<ServedAll> {
  const { settings, environment, language, log } = shared;
  const callers = await createCallers(store.database, store.key);
  const parts: AuthenticateParts = { settings, environment, callers, language };
  const byKeys = (provider: Omit<KeysProvider, 'toolset' | 'context'>) => ({
    authenticate: (request: { headers: Parameters<typeof authenticate>[0] }) =>
      authenticate(request.headers, provider, parts),
  });
  const pathsOf = (name: ServerName): readonly [string, ...string[]] =>
    servers.length === 1 ? ['/mcp', `/${name}/mcp`] : [`/${name}/mcp`];

  const startPeople = async () => {
    const { createOAuth } = await loadOAuth(log);
    const paths = pathsOf('kakao');
    const oauth = await createOAuth({ issuer, paths, store, shared, metrics, costly });
    return { oauth, pages: await createMessagePages(store.database, store.key) };
  };
  const people = servers.includes('kakao') ? await startPeople() : undefined;

  const served = servers.map((name): Served => {
    // One line each, so that each keeps its own context type.
    const { baas, twilio } = keysProviders;
    if (name === 'baas') return serveProvider(baas, store, metrics, shared, byKeys(baas));
    if (name === 'twilio') return serveProvider(twilio, store, metrics, shared, byKeys(twilio));
    if (!people) throw new Error('kakao is served without logins');
    const { oauth, pages } = people;
    return serveProvider(kakaoProvider(oauth, pages), store, metrics, shared, oauth.access);
  });
  const paths = new Map(served.flatMap((one) => pathsOf(one.name).map((path) => [path, one])));
  return { paths, served, people };
}
