import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';

export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly form: URLSearchParams;
}

export type Answer = (asked: Asked, count: number) => Response | Promise<Response>;

/** Kakao's two hosts at the network's edge: each request is answered so, and kept. */
export function kakaoServer() {
  const server = setupServer();
  beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
  beforeEach(() => {
    // A developer's own app must not be asked.
    for (const name of Object.keys(process.env))
      if (/^KAKAO_|^BASE_URL$/.test(name)) vi.stubEnv(name, '');
  });
  afterEach(() => {
    server.resetHandlers();
    vi.unstubAllEnvs();
    vi.useRealTimers();
  });
  afterAll(() => server.close());

  const answering = (host: string) => (answer: Answer) => {
    const requests: Asked[] = [];
    server.use(
      http.all(`https://${host}/*`, async ({ request }) => {
        const { method, headers } = request;
        const form = new URLSearchParams(await request.text());
        const asked = { method, url: new URL(request.url), headers, form };
        requests.push(asked);
        return answer(asked, requests.length);
      }),
    );
    return requests;
  };
  return { api: answering('kapi.kakao.com'), auth: answering('kauth.kakao.com') };
}

export const json = (body: object, status = 200) => HttpResponse.json(body, { status });

export const sentToMe = () => json({ result_code: 0 });

/** Everybody named in the request was sent to. */
export const sentToAll = ({ form }: Pick<Asked, 'form'>) =>
  json({ successful_receiver_uuids: JSON.parse(form.get('receiver_uuids') ?? '[]') });

export const refusal = (code: number, status = 400, more: object = {}) =>
  json({ msg: 'refused', code, ...more }, status);

export const tokenOver = () =>
  json({ msg: 'this access token is already expired', code: -401 }, 401);

/** As Kakao answers a login; a refresh leaves some of it out. */
export const tokenAnswer = (fields: object = {}) =>
  json({
    access_token: 'access-2',
    token_type: 'bearer',
    expires_in: 21_599,
    refresh_token: 'refresh-2',
    refresh_token_expires_in: 5_183_999,
    scope: 'openid talk_message',
    ...fields,
  });

export const refreshRefused = () =>
  json(
    {
      error: 'invalid_grant',
      error_description: 'expired_or_invalid_refresh_token',
      error_code: 'KOE322',
    },
    400,
  );
