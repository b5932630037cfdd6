import { expect, it } from 'vitest';
import { ask } from '../../test-support.ts';
import { authorize, authorizePath, exchange, startKakao } from '../test-support.ts';

it('logs a test user in without a browser, with all scopes or some', async () => {
  const { sandbox } = await startKakao();
  const some = await authorize(sandbox, '1', {}, ['profile_nickname']);
  const code = some.searchParams.get('code') ?? '';
  expect((await exchange(sandbox, code)).json.scope).toBe('openid profile_nickname');
  const rest = (await authorize(sandbox, '서연')).searchParams.get('code') ?? '';
  expect((await exchange(sandbox, rest)).json.scope).toBe(
    'openid profile_nickname talk_message friends',
  );
});

it('refuses as a person would', async () => {
  const { sandbox } = await startKakao();
  const url = sandbox.url + authorizePath();
  const post = (body: object) => ask(sandbox, 'POST', '/_sandbox/kakao/authorize', body);
  const refused = await post({ url, user: '1', refuse: true });
  expect(refused.json.location).toContain('error=access_denied');
  // Without what is required there is no log-in.
  const without = await post({ url, user: '1', scopes: ['friends'] });
  expect(without.json.location).toContain('error=access_denied');
});

it('asks nobody anything with prompt=none: what is missing is told the app', async () => {
  const { sandbox } = await startKakao();
  const scope = 'openid,profile_nickname';
  const newcomer = await authorize(sandbox, '서연', { scope, prompt: 'none' });
  expect(Object.fromEntries(newcomer.searchParams)).toEqual({
    error: 'consent_required',
    error_description: 'user consent required.',
    state: 'state-1',
  });
  await authorize(sandbox, '서연', { scope });
  const known = await authorize(sandbox, '서연', { scope, prompt: 'none' });
  expect(known.searchParams.get('code')).not.toBeNull();
  const more = await authorize(sandbox, '서연', { scope: `${scope},friends`, prompt: 'none' });
  expect(more.searchParams.get('error')).toBe('consent_required');
});

it.each([
  [{ user: 'nobody' }, 'user'],
  [{ user: '1', url: '/oauth/authorize' }, 'url'],
  [{ user: '1', scopes: 'friends' }, 'scopes'],
  [{ user: '1', refuse: 'yes' }, 'refuse'],
  [{ user: '1', scope: [] }, 'body.scope'],
])('says what is wrong with %j', async (body, field) => {
  const { sandbox } = await startKakao();
  const url = sandbox.url + authorizePath();
  const answer = await ask(sandbox, 'POST', '/_sandbox/kakao/authorize', { url, ...body });
  expect([answer.status, answer.json.error.field]).toEqual([400, field]);
});

it('tells the code with which Kakao would refuse the request of the app', async () => {
  const { sandbox } = await startKakao();
  const url = sandbox.url + authorizePath({ redirect_uri: 'https://evil.example/' });
  const { status, json } = await ask(sandbox, 'POST', '/_sandbox/kakao/authorize', {
    url,
    user: '1',
  });
  expect([status, json.error.message]).toEqual([400, expect.stringContaining('KOE006')]);
});
