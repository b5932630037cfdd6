import { expect, it } from 'vitest';
import type { Sandbox } from '../../options.ts';
import type { Fields } from '../test-support.ts';
import { app, authorize, call, logIn, startKakao } from '../test-support.ts';

const path = '/v1/api/talk/friends';

async function names(sandbox: Sandbox, token: string, fields: Fields = {}) {
  const { json } = await call(sandbox, token, 'GET', path, fields);
  return json.elements?.map((friend: { profile_nickname: string }) => friend.profile_nickname);
}

it('lists the friends who joined and agreed, with what Kakao tells of them', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연');
  const { status, json } = await call(sandbox, access_token, 'GET', path);
  expect(status).toBe(200);
  expect(json.total_count).toBe(4);
  expect(json.favorite_count).toBe(1);
  expect(json.elements[0]).toEqual({
    id: 2,
    uuid: expect.stringMatching(/^[\w-]{36}$/),
    favorite: true,
    profile_nickname: '도윤',
    profile_thumbnail_image: '',
    allowed_msg: true,
  });
  // 숨음 did not agree to be listed, 없음 did not join.
  expect(await names(sandbox, access_token)).toEqual(['도윤', '가을', '넘침', '막음']);
  const blocked = json.elements.find(({ id }: { id: number }) => id === 4);
  expect(blocked.allowed_msg).toBe(false);
  expect(json).not.toHaveProperty('after_url');
});

it('lists a friend from the moment she joins', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연');
  await authorize(sandbox, '없음');
  expect(await names(sandbox, access_token)).toContain('없음');
});

it('orders by favourite, nickname or age, both ways', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연');
  const order = (fields: Fields) => names(sandbox, access_token, fields);
  expect(await order({ friend_order: 'nickname' })).toEqual(['가을', '넘침', '도윤', '막음']);
  expect(await order({ friend_order: 'nickname', order: 'desc' })).toEqual([
    '막음',
    '도윤',
    '넘침',
    '가을',
  ]);
  expect(await order({ friend_order: 'age' })).toEqual(['도윤', '가을', '막음', '넘침']);
});

it('leads from page to page and back', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연');
  const headers = { Authorization: `Bearer ${access_token}` };
  const first = (await call(sandbox, access_token, 'GET', path, { limit: '3' })).json;
  expect([first.elements.length, first.before_url]).toEqual([3, undefined]);
  expect(first.after_url).toMatch(new RegExp(`^${sandbox.url}${path}\\?offset=3&limit=3`));
  const second = await (await fetch(first.after_url, { headers })).json();
  expect([second.elements.length, second.total_count, second.after_url]).toEqual([1, 4, undefined]);
  const back = await (await fetch(second.before_url, { headers })).json();
  expect(back.elements).toEqual(first.elements);
  expect((await call(sandbox, access_token, 'GET', path, { offset: '9' })).json.elements).toEqual(
    [],
  );
});

it.each([
  { limit: '0' },
  { limit: '101' },
  { offset: '-1' },
  { order: 'up' },
  // Kakao knows no such order, whatever older code asks for.
  { friend_order: 'name' },
])('refuses %j', async (fields) => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연');
  const { status, json } = await call(sandbox, access_token, 'GET', path, fields as Fields);
  const name = Object.keys(fields)[0];
  expect([status, json]).toEqual([
    400,
    {
      code: -2,
      msg: expect.stringContaining(`Constraints on the parameter [${name}] are unsatisfied.`),
    },
  ]);
});

it('wants the friends consent, and works once it is given', async () => {
  const { sandbox } = await startKakao();
  const { access_token } = await logIn(sandbox, '서연', {}, ['profile_nickname']);
  const { status, json } = await call(sandbox, access_token, 'GET', path);
  expect([status, json]).toEqual([
    403,
    {
      msg: 'insufficient scopes.',
      code: -402,
      api_type: 'FRIENDS',
      required_scopes: ['friends'],
      allowed_scopes: ['openid', 'profile_nickname'],
    },
  ]);
  await authorize(sandbox, '서연', { scope: 'friends' });
  expect((await call(sandbox, access_token, 'GET', path)).status).toBe(200);
});

it('is -3 where the app has not switched the consent item on', async () => {
  const { sandbox } = await startKakao({
    apps: [{ ...app, scopes: ['openid', 'profile_nickname'] }],
  });
  const { access_token } = await logIn(sandbox, '서연', { scope: 'profile_nickname' });
  const { status, json } = await call(sandbox, access_token, 'GET', path);
  expect([status, json]).toMatchObject([
    403,
    { code: -3, msg: expect.stringContaining('App disabled [friends] scopes for [FRIENDS] API') },
  ]);
});

it('names a friend differently to each app', async () => {
  const second = { ...app, clientId: 'second' };
  const { sandbox } = await startKakao({ apps: [app, second] });
  const uuids: string[] = [];
  for (const client_id of [app.clientId, second.clientId]) {
    const { access_token } = await logIn(sandbox, '서연', { client_id });
    uuids.push((await call(sandbox, access_token, 'GET', path)).json.elements[0].uuid);
  }
  expect(new Set(uuids).size).toBe(2);
});
