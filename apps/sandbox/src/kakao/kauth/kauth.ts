import { OauthRefusal, oauthRefusalAnswer } from '../oauth-answers.ts';
import { originOf } from '../origin.ts';
import type { KakaoParts } from '../parts.ts';
import { authorize } from './authorize.ts';
import { discovery } from './discovery.ts';
import { token } from './token.ts';

type Handler = (request: Request, parts: KakaoParts) => Promise<Response> | Response;

const routes: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  '/oauth/authorize': { GET: authorize, POST: authorize },
  '/oauth/token': { POST: token },
  '/.well-known/openid-configuration': { GET: (request) => discovery(originOf(request)) },
  '/.well-known/jwks.json': { GET: jwks },
};

export function isAuthPath(path: string): boolean {
  return path.startsWith('/oauth/') || Object.hasOwn(routes, path);
}

/** kauth.kakao.com. */
export async function kauth(request: Request, parts: KakaoParts): Promise<Response> {
  const { pathname } = new URL(request.url);
  const methods = Object.hasOwn(routes, pathname) ? routes[pathname] : undefined;
  const handler = methods?.[request.method];
  try {
    if (handler !== undefined) return await handler(request, parts);
    const status = methods === undefined ? 404 : 405;
    const description = `Not supported: ${request.method} ${pathname}`;
    throw new OauthRefusal('KOE002', 'invalid_request', description, status);
  } catch (error) {
    if (error instanceof OauthRefusal) return oauthRefusalAnswer(error);
    throw error;
  }
}

async function jwks(_request: Request, { signingKey }: KakaoParts): Promise<Response> {
  const { publicJwk } = await signingKey();
  return Response.json({ keys: [publicJwk] });
}
