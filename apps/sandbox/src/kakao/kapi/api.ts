import type { ProviderContext } from '../../gateway/provider.ts';
import { KakaoRefusal, refusalAnswer } from '../answers.ts';
import { originOf } from '../origin.ts';
import type { KakaoParts } from '../parts.ts';
import { authenticate } from './authenticate.ts';
import { apiRoutes } from './routes.ts';

/** kapi.kakao.com: forms in, JSON out, a Bearer token first of all. */
export async function api(
  request: Request,
  context: ProviderContext,
  parts: KakaoParts,
): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  const route = apiRoutes.get(pathname);
  if (route === undefined || !route.methods.includes(request.method)) {
    const status = route === undefined ? 404 : 405;
    const msg = `${status === 404 ? 'NotFound' : 'MethodNotAllowed'} ${request.method} ${pathname}`;
    return Response.json({ msg, code: -2 }, { status });
  }
  try {
    const caller = authenticate(request.headers, parts);
    const form = request.method === 'GET' ? searchParams : await formOf(request);
    return route.handler({ caller, form, origin: originOf(request), context, parts });
  } catch (error) {
    if (error instanceof KakaoRefusal) return refusalAnswer(error);
    throw error;
  }
}

/** Any other body is as good as none: its fields are missed by name. */
async function formOf(request: Request): Promise<URLSearchParams> {
  const type = request.headers.get('content-type') ?? '';
  const isForm = type.toLowerCase().startsWith('application/x-www-form-urlencoded');
  return new URLSearchParams(isForm ? await request.text() : '');
}
