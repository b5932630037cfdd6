import { expect, it } from 'vitest';
import { ask, startTestSandbox } from '../test-support.ts';
import { uuidOf } from './people.ts';
import {
  app,
  call,
  codeFor,
  exchange,
  logIn,
  refresh,
  sendMemo,
  sendToFriends,
  startKakao,
  textTemplate,
} from './test-support.ts';

it('brings log-ins, codes, consents and quotas back as they were', async () => {
  const { sandbox, clock } = await startKakao();
  const tokens = await logIn(sandbox, '서연');
  const code = await codeFor(sandbox, '도윤');
  for (let count = 0; count < 20; count += 1) {
    await sendToFriends(sandbox, tokens.access_token, [uuidOf(app.clientId, 2)]);
  }
  const saved = sandbox.snapshot();
  await call(sandbox, tokens.access_token, 'POST', '/v1/user/unlink');
  await exchange(sandbox, code);
  sandbox.restore(saved);

  expect((await refresh(sandbox, tokens.refresh_token)).status).toBe(200);
  expect((await exchange(sandbox, code)).status).toBe(200);
  const again = await sendToFriends(sandbox, tokens.access_token, [uuidOf(app.clientId, 2)]);
  expect(again.json.code).toBe(-536);
  clock.advance(21_599_000);
  const over = await sendMemo(sandbox, tokens.access_token, textTemplate('x'));
  expect(over.json.msg).toBe('this access token is already expired');
});

it('is the seed again after a reset', async () => {
  const { sandbox } = await startKakao();
  const { access_token, refresh_token } = await logIn(sandbox, '서연');
  sandbox.reset();
  expect((await call(sandbox, access_token, 'GET', '/v2/user/scopes')).json.code).toBe(-401);
  expect((await refresh(sandbox, refresh_token)).json.error_code).toBe('KOE322');
  const { scope } = await logIn(sandbox, '서연', { scope: 'profile_nickname' });
  expect(scope).toBe('profile_nickname');
});

it('goes through JSON into another sandbox', async () => {
  const first = await startKakao();
  const { refresh_token } = await logIn(first.sandbox, '서연');
  const { json } = await ask(first.sandbox, 'GET', '/_sandbox/snapshot');
  const second = await startKakao();
  expect((await ask(second.sandbox, 'PUT', '/_sandbox/snapshot', json)).status).toBe(204);
  expect((await refresh(second.sandbox, refresh_token)).status).toBe(200);
});

it('tells no secret in exchanges and snapshots', async () => {
  const { sandbox } = await startKakao();
  const code = await codeFor(sandbox, '서연');
  const { json } = await exchange(sandbox, code);
  await exchange(sandbox, code);
  await refresh(sandbox, json.refresh_token);
  await sendMemo(sandbox, json.access_token, textTemplate('안녕'));
  const shown = JSON.stringify([sandbox.exchanges(), sandbox.snapshot()]);
  const secrets = [code, json.access_token, json.refresh_token, json.id_token, app.clientSecret];
  for (const secret of secrets) expect(shown).not.toContain(secret);
  expect(shown).toContain('code=[redacted]');
  expect(shown).toContain('안녕');
});

it.each([
  ['/oauth/token', 401, { error: 'invalid_client', error_code: 'KOE010' }],
  ['/oauth/token', 429, { error: 'invalid_request', error_code: 'KOE237' }],
  ['/oauth/token', 400, { error: 'invalid_request', error_code: 'KOE001' }],
  ['/oauth/token', 500, { error: 'server_error', error_code: 'KOE003' }],
  ['/v2/api/talk/memo/default/send', 400, { code: -2 }],
  ['/v2/api/talk/memo/default/send', 401, { code: -401 }],
  ['/v2/api/talk/memo/default/send', 403, { code: -5 }],
  ['/v2/api/talk/memo/default/send', 410, { code: -9 }],
  ['/v2/api/talk/memo/default/send', 429, { code: -10 }],
  ['/v2/api/talk/memo/default/send', 500, { code: -1 }],
  ['/v2/api/talk/memo/default/send', 503, { code: -9798 }],
])('a fault at %s with %i has the body of its host', async (path, status, body) => {
  const { sandbox } = await startKakao();
  sandbox.fault({ status });
  const response = await fetch(sandbox.url + path, { method: 'POST', body: '' });
  expect([response.status, await response.json()]).toMatchObject([status, body]);
});

it('can carry a send out and fail all the same: the outcome is unknown to the app', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연');
  const body = JSON.stringify({ msg: 'timeout', code: -603 });
  sandbox.fault({ path: '/v2/api/talk', status: 400, body, processed: true });
  const answer = await sendMemo(sandbox, access_token, textTemplate('x'));
  expect([answer.status, answer.json.code, sandbox.messages().length]).toEqual([400, -603, 1]);
});

it('has people without a seed, one for each thing that can be wrong', async () => {
  const { sandbox } = await startTestSandbox();
  const more = { client_id: 'any', redirect_uri: 'http://127.0.0.1:1/cb' };
  const { access_token } = await logIn(sandbox, '김서연', more);
  const ids = [2, 4, 5, 6, 7].map((last) => uuidOf('any', 3_000_000_000 + last));
  const { json } = await sendToFriends(sandbox, access_token, ids);
  expect(json.successful_receiver_uuids).toHaveLength(1);
  expect(json.failure_info.map(({ code }: { code: number }) => code)).toEqual([-530, -533, -502]);
});
