import { expect, it } from 'vitest';
import { parseSeed } from './parse-seed.ts';

const app = { clientId: 'key', redirectUris: ['https://app.example/cb'] };
const user = { id: 1, nickname: '서연' };
const parse = (kakao: unknown) => parseSeed({ kakao });

it('takes what the README shows', () => {
  const seed = {
    apps: [
      { ...app, clientSecret: 's', name: '가게', scopes: ['openid'], dailyQuota: 10, login: false },
    ],
    users: [
      {
        ...user,
        phone: '010-1234-5678',
        agreed: ['friends'],
        friends: [{ id: 2, favorite: true }],
      },
      { id: 2, nickname: '도윤', fails: -530, image: 'https://app.example/2.png' },
    ],
  };
  expect(parse(seed).kakao).toMatchObject(seed);
  expect(parse({}).kakao).toEqual({});
});

it.each<[string, unknown]>([
  ['kakao.app', { app: [] }],
  ['kakao.apps[0].clientId', { apps: [{ ...app, clientId: '' }] }],
  ['kakao.apps[0].redirectUris', { apps: [{ clientId: 'key' }] }],
  ['kakao.apps[0].redirectUris[0]', { apps: [{ ...app, redirectUris: ['app.example'] }] }],
  ['kakao.apps[0].scopes[0]', { apps: [{ ...app, scopes: ['account_email'] }] }],
  ['kakao.apps[0].login', { apps: [{ ...app, login: 'off' }] }],
  ['kakao.apps[0].dailyQuota', { apps: [{ ...app, dailyQuota: 0 }] }],
  ['kakao.users[0].id', { users: [{ ...user, id: '1' }] }],
  ['kakao.users[1].id', { users: [user, user] }],
  ['kakao.users[0].nickname', { users: [{ id: 1 }] }],
  ['kakao.users[0].image', { users: [{ ...user, image: 'javascript:alert(1)' }] }],
  ['kakao.users[0].agreed[0]', { users: [{ ...user, agreed: ['all'] }] }],
  ['kakao.users[0].fails', { users: [{ ...user, fails: -2 }] }],
  ['kakao.users[0].friends[0].id', { users: [{ ...user, friends: [{ id: 1 }] }] }],
  [
    'kakao.users[0].friends[0].favorite',
    { users: [{ ...user, friends: [{ id: 2, favorite: 1 }] }] },
  ],
])('names %s where that is wrong', (field, seed) => {
  expect(() => parse(seed)).toThrow(expect.objectContaining({ code: 'INVALID_SEED', field }));
});
