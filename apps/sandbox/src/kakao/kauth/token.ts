import { timingSafeEqual } from 'node:crypto';
import { OauthRefusal } from '../oauth-answers.ts';
import { originOf } from '../origin.ts';
import type { KakaoParts } from '../parts.ts';
import type { App, People } from '../people.ts';
import { exchangeCode } from './exchange-code.ts';
import { refresh } from './refresh.ts';

/** `POST /oauth/token` with client_secret_post. */
export async function token(request: Request, parts: KakaoParts): Promise<Response> {
  const form = new URLSearchParams(await request.text());
  const grantType = form.get('grant_type');
  const app = authenticateApp(form, parts.people);
  const answer =
    grantType === 'authorization_code'
      ? await exchangeCode(form, app, originOf(request), parts)
      : grantType === 'refresh_token'
        ? await refresh(form, app, originOf(request), parts)
        : undefined;
  if (answer === undefined) {
    const description = `grant_type must be authorization_code or refresh_token, not ${grantType}`;
    throw new OauthRefusal('KOE310', 'unsupported_grant_type', description);
  }
  return Response.json(answer, {
    headers: { 'Cache-Control': 'no-store', Pragma: 'no-cache' },
  });
}

function authenticateApp(form: URLSearchParams, people: People): App {
  const clientId = form.get('client_id') ?? '';
  const app = people.app(clientId);
  if (app === undefined) {
    throw new OauthRefusal('KOE101', 'invalid_client', `Not exist client_id [${clientId}]`, 401);
  }
  const { clientSecret } = app;
  if (clientSecret !== undefined && !same(clientSecret, form.get('client_secret') ?? '')) {
    throw new OauthRefusal('KOE010', 'invalid_client', 'Bad client credentials', 401);
  }
  return app;
}

function same(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}
