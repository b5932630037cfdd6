import { beforeEach, describe, expect, it } from 'vitest';
import type {
  Authorization,
  KakaoClient,
  KakaoTemplate,
  TokenStore,
} from '../../../packages/kakao/src/index.ts';
import {
  calendarTemplate,
  commerceTemplate,
  createKakaoClient,
  createKakaoOAuth,
  createMemoryTokenStore,
  feedTemplate,
  JeonboError,
  listTemplate,
  locationTemplate,
  readCallback,
  textTemplate,
  webLink,
} from '../../../packages/kakao/src/index.ts';
import { type ManualClock, manualClock, type Sandbox } from '../src/index.ts';
import { startTestSandbox } from '../src/test-support.ts';

// @jeonbo/kakao-client over real sockets against the sandbox: each holds the other to the same contract.

const clientId = 'rest-api-key';
const clientSecret = 'a-secret-of-the-console';
const redirectUri = 'https://app.example/auth/callback';
const joined = ['openid', 'profile_nickname', 'talk_message', 'friends'] as const;
const friendIds = Array.from({ length: 31 }, (_, index) => index + 10);
const day = 24 * 60 * 60 * 1000;

let sandbox: Sandbox;
let clock: ManualClock;
let tokens: TokenStore;

beforeEach(async () => {
  tokens = createMemoryTokenStore();
  const people = friendIds.map((id) => ({ id, nickname: `친구${id}`, agreed: joined }));
  clock = manualClock(new Date());
  ({ sandbox } = await startTestSandbox({
    clock,
    deliveryMs: 0,
    seed: {
      kakao: {
        apps: [{ clientId, clientSecret, redirectUris: [redirectUri] }],
        users: [
          { id: 1, nickname: '서연', friends: [...friendIds, 2, 3, 4].map((id) => ({ id })) },
          { id: 2, nickname: '막음', agreed: joined, fails: -530 },
          { id: 3, nickname: '넘침', agreed: joined, fails: -533 },
          { id: 4, nickname: '숨음', agreed: ['profile_nickname'] },
          ...people,
        ],
      },
    },
  }));
});

const settings = () => ({
  clientId,
  clientSecret,
  authBaseUrl: sandbox.url,
  apiBaseUrl: sandbox.url,
});
const oauth = () => createKakaoOAuth(settings());
const client = (account = '1'): KakaoClient =>
  createKakaoClient({ ...settings(), tokens, account });

/** What the person does in the browser. */
async function agree(login: Authorization, user: string, more: object = {}): Promise<string> {
  const response = await fetch(`${sandbox.url}/_sandbox/kakao/authorize`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: login.url, user, ...more }),
  });
  return (await response.json()).location;
}

/** And what the app does with what they bring back. */
async function comeBack(login: Authorization, user: string, more: object = {}) {
  const { code } = readCallback(await agree(login, user, more), login);
  const received = await oauth().exchangeCode({ ...login, code, redirectUri });
  await tokens.set(received.idToken.sub, received.tokens);
  return received;
}

async function logIn(user = '서연', scopes: readonly string[] = joined) {
  return comeBack(await oauth().createAuthorization({ redirectUri, scopes }), user);
}

async function failure(promise: Promise<unknown>): Promise<JeonboError> {
  const error = await promise.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  if (JeonboError.is(error)) return error;
  throw error;
}

const refreshes = () =>
  sandbox.exchanges().filter(({ request }) => request.body.includes('grant_type=refresh_token'));
const link = webLink('https://app.example/7');
const text = (words: string) => textTemplate({ text: words, link });

async function uuidsOf(kakao: KakaoClient): Promise<ReadonlyMap<string, string>> {
  const uuids = new Map<string, string>();
  for await (const { profileNickname, uuid } of kakao.friends.list({ pageSize: 7 }))
    uuids.set(profileNickname ?? '', uuid);
  return uuids;
}

describe('a log-in', () => {
  it('tells who it is, and writes to herself', async () => {
    const { idToken, tokens: received } = await logIn();
    expect([idToken.sub, idToken.nickname]).toEqual(['1', '서연']);
    expect(received.scopes).toEqual(joined);
    expect(await client().user.info()).toMatchObject({ sub: '1', nickname: '서연' });
    await client().memo.sendDefault(text('안녕'));
    expect(sandbox.messages().map(({ name, text }) => [name, text])).toEqual([['서연', '안녕']]);
  });

  it('that the person refuses is no log-in', async () => {
    const login = await oauth().createAuthorization({ redirectUri, scopes: joined });
    const error = await failure(comeBack(login, '서연', { refuse: true }));
    expect(error).toMatchObject({ code: 'CONSENT_REQUIRED', providerCode: 'access_denied' });
  });

  it('works once', async () => {
    const login = await oauth().createAuthorization({ redirectUri, scopes: joined });
    const { code } = readCallback(await agree(login, '서연'), login);
    const exchange = { ...login, code, redirectUri };
    const both = await Promise.allSettled([
      oauth().exchangeCode(exchange),
      oauth().exchangeCode(exchange),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await failure(oauth().exchangeCode(exchange))).toMatchObject({ providerCode: 'KOE320' });
  });

  it('is asked later for what is missing, and for nothing else', async () => {
    await logIn('서연', ['openid', 'profile_nickname', 'talk_message']);
    const error = await failure(client().friends.page());
    expect(error).toMatchObject({
      code: 'CONSENT_REQUIRED',
      details: { required_scopes: ['friends'] },
    });
    const consent = await oauth().createConsent(error, { redirectUri });
    const form = new URLSearchParams({ request: new URL(consent.url).search.slice(1), user: '1' });
    const page = await fetch(`${sandbox.url}/oauth/authorize`, { method: 'POST', body: form });
    const asked = (await page.text()).matchAll(/name="agree" value="(\w+)"/g);
    expect([...asked].map(([, scope]) => scope)).toEqual(['friends']);
    const { idToken } = await comeBack(consent, '서연');
    expect(idToken.sub).toBe('1');
    expect((await client().friends.page()).totalCount).toBe(33);
  });

  it('ended by logout or unlink holds no token, and says so', async () => {
    await logIn();
    const kept = await tokens.get('1');
    await client().user.logout();
    expect(await tokens.get('1')).toBeUndefined();
    if (kept) await tokens.set('1', kept);
    const over = await failure(client().memo.sendDefault(text('x')));
    expect(over).toMatchObject({ code: 'AUTHENTICATION_FAILED', providerCode: 'KOE322' });

    await logIn();
    await client().user.unlink();
    const { tokens: anew } = await logIn('서연', ['openid', 'profile_nickname']);
    // Nothing of the earlier consents is left.
    expect(anew.scopes).toEqual(['openid', 'profile_nickname']);
  });
});

describe('a token', () => {
  it('that is over is renewed once by 20 calls at once, and no message is lost or doubled', async () => {
    await logIn();
    clock.advance(21_599_000);
    const sends = Array.from({ length: 20 }, (_, index) =>
      client().memo.sendDefault(text(`메시지 ${index}`)),
    );
    await Promise.all(sends);
    expect([refreshes().length, sandbox.messages().length]).toEqual([1, 20]);
  });

  it('keeps its refresh token until the last month, and then takes the new one', async () => {
    const { tokens: first } = await logIn();
    const kept = async () => (await tokens.get('1'))?.refreshToken;
    clock.advance(29 * day);
    await client().memo.sendDefault(text('한 달 전'));
    expect(await kept()).toBe(first.refreshToken);
    clock.advance(day);
    await client().memo.sendDefault(text('마지막 달'));
    expect(await kept()).not.toBe(first.refreshToken);
    const dead = await failure(oauth().refresh(first));
    expect(dead).toMatchObject({ providerCode: 'KOE322', code: 'AUTHENTICATION_FAILED' });
    clock.advance(day);
    await client().memo.sendDefault(text('그 뒤'));
    expect(sandbox.messages()).toHaveLength(3);
  });

  it('asked for too often is refused for a while, and the log-in stays', async () => {
    const { tokens: first } = await logIn();
    for (let count = 0; count < 30; count += 1) {
      clock.advance(60_000);
      await oauth().refresh(first);
    }
    clock.advance(21_599_000 - 30 * 60_000);
    for (let count = 0; count < 20; count += 1) await oauth().refresh(first);
    const error = await failure(client().memo.sendDefault(text('x')));
    expect(error).toMatchObject({
      code: 'RATE_LIMITED',
      providerCode: 'KOE237',
      mayHaveBeenSent: false,
    });
    clock.advance(10 * 60_000);
    await client().memo.sendDefault(text('이제'));
    expect(sandbox.messages().map(({ text: words }) => words)).toEqual(['이제']);
  });
});

describe('friends', () => {
  it('are listed page by page, each once, without those who hid', async () => {
    await logIn();
    const uuids = await uuidsOf(client());
    expect(uuids.size).toBe(33);
    expect(uuids.has('숨음')).toBe(false);
    const past = await client().friends.page({ offset: 33, limit: 100 });
    expect(past).toEqual({ friends: [], totalCount: 33 });
  });

  it('get a message five a request, and each failure is told of that one', async () => {
    await logIn();
    const uuids = await uuidsOf(client());
    const names = ['친구10', '막음', '친구11', '넘침', '친구12', '친구13', '친구14'];
    const receiverUuids = names.map((name) => uuids.get(name) ?? '');
    const receipt = await client().friends.sendDefault({ receiverUuids, template: text('안녕') });
    expect(receipt.outcome).toBe('partial');
    const told = receipt.receivers.map((one) =>
      one.state === 'sent' ? 'sent' : `${one.state} ${one.error.code} ${one.error.providerCode}`,
    );
    expect(told).toEqual([
      'sent',
      'rejected RECIPIENT_BLOCKED -530',
      'sent',
      'rejected QUOTA_EXCEEDED -533',
      'sent',
      'sent',
      'sent',
    ]);
    expect(sandbox.messages()).toHaveLength(5);
  });

  it('alone have their failure as the answer, and it is an outcome all the same', async () => {
    await logIn();
    const uuid = (await uuidsOf(client())).get('막음') ?? '';
    const receipt = await client().friends.sendDefault({
      receiverUuids: [uuid],
      template: text('안녕'),
    });
    expect(receipt).toMatchObject({
      outcome: 'none',
      receivers: [{ uuid, state: 'rejected', error: { status: 400, providerCode: '-530' } }],
    });
  });

  it('beyond the sender’s hundred of a day are not tried', async () => {
    await logIn();
    const uuids = await uuidsOf(client());
    const all = friendIds.map((id) => uuids.get(`친구${id}`) ?? '');
    const send = (count: number) =>
      client().friends.sendDefault({ receiverUuids: all.slice(0, count), template: text('x') });
    for (let count = 0; count < 3; count += 1) expect((await send(30)).outcome).toBe('complete');
    // Seven requests, four at once: of the first three answers one is a refusal, so the seventh never leaves.
    const last = await send(31);
    expect(last.outcome).toBe('partial');
    expect(last.receivers.filter(({ state }) => state === 'sent')).toHaveLength(10);
    const codes = last.receivers.map((one) => (one.state === 'sent' ? '' : one.error.code));
    expect(new Set(codes)).toEqual(new Set(['', 'QUOTA_EXCEEDED', 'CANCELED']));
    expect(sandbox.messages()).toHaveLength(100);
    // The next day of Korea is another.
    clock.advance(day);
    expect((await send(30)).outcome).toBe('complete');
  });

  it('whom nobody knows stop nobody else', async () => {
    await logIn();
    const uuids = await uuidsOf(client());
    const receiverUuids = [uuids.get('친구10') ?? '', 'nobody-knows-this-uuid'];
    const { receivers } = await client().friends.sendDefault({
      receiverUuids,
      template: text('안녕'),
    });
    expect(receivers).toMatchObject([
      { state: 'sent' },
      { state: 'rejected', error: { code: 'NOT_A_FRIEND', providerCode: '-502' } },
    ]);
  });
});

describe('each template', () => {
  const content = {
    title: '봄 원피스',
    imageUrl: 'https://app.example/dress.jpg',
    description: '가벼운 린넨',
    link,
  };
  const buttons = [{ title: '보러 가기', link }];
  const templates: readonly KakaoTemplate[] = [
    textTemplate({ text: '안녕하세요', link, buttons }),
    feedTemplate({
      content,
      itemContent: { profileText: '가게', items: [{ item: '합계', itemOp: '1,000원' }] },
      social: { likeCount: 1, commentCount: 2, sharedCount: 3 },
      buttons,
    }),
    listTemplate({ headerTitle: '소식', headerLink: link, contents: [content, content], buttons }),
    locationTemplate({ address: '판교역로 166', addressTitle: '가게', content, buttons }),
    commerceTemplate({
      content,
      commerce: { regularPrice: 50_000, discountPrice: 40_000, discountRate: 20 },
      buttons,
    }),
    calendarTemplate({ id: 'event-1', idType: 'event', content, buttons }),
  ];

  it.each(templates)(
    '$objectType is taken and drawn, for oneself and a friend',
    async (template) => {
      await logIn();
      const uuid = (await uuidsOf(client())).get('친구10') ?? '';
      expect(client().check({ template })).toMatchObject({ ok: true, warnings: [] });
      await client().memo.sendDefault(template);
      await client().friends.sendDefault({ receiverUuids: [uuid], template });
      const cards = sandbox.messages().map(({ card }) => card);
      expect(cards.map((card) => card?.type)).toEqual([template.objectType, template.objectType]);
      expect(cards[0]?.buttons).toEqual([{ title: '보러 가기', url: 'https://app.example/7' }]);
      const hasPicture = template.objectType !== 'text';
      expect(sandbox.messages()[0]?.media[0]).toBe(
        hasPicture ? 'https://app.example/dress.jpg' : undefined,
      );
    },
  );
});
