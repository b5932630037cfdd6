import type { ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import { configurationOf, type ProviderParts } from './configuration.ts';
import { nameSuccessors } from './refresh-grace.ts';

/** The authorization server of our own tokens: code with PKCE, nothing else that the library could do. */
export function createProvider(parts: ProviderParts): Provider {
  const provider = new Provider(parts.issuer, configurationOf(parts));
  // The origin of its addresses is set by whoever hands a request over, see hand-over.ts.
  provider.proxy = true;
  nameSuccessors(provider);
  provider.use(async (ctx, next) => {
    await next();
    withoutCookie(ctx.res, provider.cookieName('session'));
  });
  return provider;
}

/** The library hands out a cookie for the session that it thinks it kept. */
function withoutCookie(response: ServerResponse, name: string): void {
  const lines = [response.getHeader('set-cookie') ?? []].flat().map(String);
  const left = lines.filter(
    (line) => !line.startsWith(`${name}=`) && !line.startsWith(`${name}.sig=`),
  );
  if (left.length > 0) response.setHeader('set-cookie', left);
  else response.removeHeader('set-cookie');
}
