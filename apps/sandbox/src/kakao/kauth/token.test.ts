import { describe, expect, it } from 'vitest';
import { startTestSandbox } from '../../test-support.ts';
import { app, codeFor, exchange, logIn, postForm, postToken, startKakao } from '../test-support.ts';

describe('a code', () => {
  it('becomes tokens with their lifetimes', async () => {
    const { sandbox } = await startKakao();
    const { status, headers, json } = await exchange(sandbox, await codeFor(sandbox, '서연'));
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(json).toEqual({
      token_type: 'bearer',
      access_token: expect.stringMatching(/^[\w-]{54}$/),
      expires_in: 21_599,
      refresh_token: expect.stringMatching(/^[\w-]{54}$/),
      refresh_token_expires_in: 5_183_999,
      scope: 'openid profile_nickname talk_message friends',
      id_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    });
  });

  it('brings no id_token to who did not ask for openid', async () => {
    const { sandbox } = await startKakao();
    const tokens = await logIn(sandbox, '서연', { scope: 'profile_nickname' });
    expect(tokens).not.toHaveProperty('id_token');
  });

  it('without named scopes asks for all but friends', async () => {
    const { sandbox } = await startKakao();
    const { scope } = await logIn(sandbox, '서연', { scope: undefined });
    expect(scope).toBe('openid profile_nickname profile_image talk_message');
  });

  it('is good for one, of two at the same time too', async () => {
    const { sandbox } = await startKakao();
    const code = await codeFor(sandbox, '서연');
    const both = await Promise.all([exchange(sandbox, code), exchange(sandbox, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 400]);
    const { json } = await exchange(sandbox, code);
    expect(json).toMatchObject({ error: 'invalid_grant', error_code: 'KOE320' });
  });

  it('is good for ten minutes', async () => {
    const { sandbox, clock } = await startKakao();
    const [late, inTime] = [await codeFor(sandbox, '서연'), await codeFor(sandbox, '서연')];
    clock.advance(10 * 60_000 - 1);
    expect((await exchange(sandbox, inTime)).status).toBe(200);
    clock.advance(1);
    expect((await exchange(sandbox, late)).json.error_code).toBe('KOE320');
  });

  it.each<[string, Record<string, string | undefined>, string]>([
    ['another redirect_uri', { redirect_uri: app.redirectUris[1] }, 'KOE303'],
    ['no redirect_uri', { redirect_uri: undefined }, 'KOE303'],
    ['another verifier', { code_verifier: 'x'.repeat(43) }, 'KOE320'],
    ['no verifier', { code_verifier: undefined }, 'KOE320'],
  ])('is used up by %s', async (_name, more, error_code) => {
    const { sandbox } = await startKakao();
    const code = await codeFor(sandbox, '서연');
    const { status, json } = await exchange(sandbox, code, more);
    expect([status, json]).toMatchObject([400, { error: 'invalid_grant', error_code }]);
    expect((await exchange(sandbox, code)).json.error_code).toBe('KOE320');
  });

  it('asked for without PKCE takes no verifier', async () => {
    const { sandbox } = await startKakao();
    const plain = { code_challenge: undefined, code_challenge_method: undefined };
    const take = async (more: Record<string, string | undefined>) =>
      (await exchange(sandbox, await codeFor(sandbox, '서연', plain), more)).status;
    expect(await take({ code_verifier: undefined })).toBe(200);
    expect(await take({})).toBe(400);
  });

  it('belongs to the app that asked', async () => {
    const other = { ...app, clientId: 'other', clientSecret: 'other-secret' };
    const { sandbox } = await startKakao({ apps: [app, other] });
    const { json } = await exchange(sandbox, await codeFor(sandbox, '서연'), {
      client_id: 'other',
      client_secret: 'other-secret',
    });
    expect(json.error_code).toBe('KOE320');
  });
});

describe('the app', () => {
  it.each<[string, Record<string, string | undefined>, number, string, string]>([
    ['unknown', { client_id: 'other' }, 401, 'invalid_client', 'KOE101'],
    ['unnamed', { client_id: undefined }, 401, 'invalid_client', 'KOE101'],
    ['with a wrong secret', { client_secret: 'x' }, 401, 'invalid_client', 'KOE010'],
    ['without its secret', { client_secret: undefined }, 401, 'invalid_client', 'KOE010'],
    ['with another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 'KOE310'],
    ['without a grant', { grant_type: undefined }, 400, 'unsupported_grant_type', 'KOE310'],
    ['without a code', { code: undefined }, 400, 'invalid_grant', 'KOE320'],
  ])('%s is refused', async (_name, more, status, error, error_code) => {
    const { sandbox } = await startKakao();
    const answer = await exchange(sandbox, 'code', more);
    expect([answer.status, answer.json]).toMatchObject([status, { error, error_code }]);
  });

  it('cannot show its secret in a header: client_secret_post only', async () => {
    const { sandbox } = await startKakao();
    const credentials = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64');
    const fields = { grant_type: 'refresh_token', refresh_token: 'x' };
    const headers = { Authorization: `Basic ${credentials}` };
    const answer = await postForm(sandbox, '/oauth/token', fields, headers);
    expect([answer.status, await answer.json()]).toMatchObject([401, { error_code: 'KOE101' }]);
  });

  it('may have any name and secret where there is no seed', async () => {
    const { sandbox } = await startTestSandbox();
    const more = {
      client_id: 'any-client-id',
      client_secret: 'any-client-secret',
      redirect_uri: 'http://127.0.0.1:3000/cb',
    };
    expect((await logIn(sandbox, '김서연', more)).access_token).toBeTypeOf('string');
  });
});

it('gets twenty access tokens in ten minutes, and the twenty-first later', async () => {
  const { sandbox, clock } = await startKakao();
  const { refresh_token } = await logIn(sandbox, '서연');
  for (let count = 1; count < 20; count += 1) await logIn(sandbox, '서연');
  const code = await codeFor(sandbox, '서연');
  const { status, json } = await exchange(sandbox, code);
  expect([status, json]).toMatchObject([429, { error_code: 'KOE237' }]);
  const fields = { grant_type: 'refresh_token', refresh_token };
  expect((await postToken(sandbox, fields)).json.error_code).toBe('KOE237');
  // Another user has a count of her own.
  await logIn(sandbox, '도윤');
  clock.advance(10 * 60_000);
  await logIn(sandbox, '서연');
});

it('has nothing at other paths and methods', async () => {
  const { sandbox } = await startKakao();
  const wrong = await fetch(`${sandbox.url}/oauth/token`);
  expect([wrong.status, (await wrong.json()).error_code]).toEqual([405, 'KOE002']);
  const unknown = await fetch(`${sandbox.url}/oauth/nothing`);
  expect([unknown.status, (await unknown.json()).error_code]).toEqual([404, 'KOE002']);
});
