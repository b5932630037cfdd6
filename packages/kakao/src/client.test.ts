import { HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import {
  all,
  failure,
  json,
  kakaoServer,
  refusal,
  sentToAll,
  sentToMe,
} from '../test-support/index.ts';
import {
  commerceTemplate,
  createKakaoClient,
  createMemoryTokenStore,
  feedTemplate,
  textTemplate,
  webLink,
} from './index.ts';
import type { KakaoClientOptions } from './types.ts';

const { api } = kakaoServer();
const client = (options: KakaoClientOptions = {}) =>
  createKakaoClient({ accessToken: 'access-1', ...options });
const link = webLink('https://example.com');
const template = textTemplate({ text: '안녕하세요', link });
const friends = (count: number) => Array.from({ length: count }, (_, index) => `friend-${index}`);
const receiversOf = ({ form }: { form: URLSearchParams }): string[] =>
  JSON.parse(form.get('receiver_uuids') ?? '[]');

describe('the wire', () => {
  it('of a memo is a form with the template as JSON in snake_case', async () => {
    const requests = api(sentToMe);
    const { raw, warnings } = await client().memo.sendDefault(
      feedTemplate({
        content: { title: '주문', imageUrl: new URL('https://example.com/a.jpg'), link },
        itemContent: { titleImageText: '영수증', items: [{ item: '사과', itemOp: '1,000원' }] },
        social: { likeCount: 7 },
        buttons: [{ title: '보기', link: { androidExecutionParams: 'someKey=a' } }],
      }),
    );
    expect(raw).toEqual({ result_code: 0 });
    expect(warnings).toEqual([]);
    const [{ method, url, headers, form } = {} as never] = requests;
    expect([method, url.href]).toEqual([
      'POST',
      'https://kapi.kakao.com/v2/api/talk/memo/default/send',
    ]);
    expect(headers.get('authorization')).toBe('Bearer access-1');
    expect(headers.get('content-type')).toMatch(/^application\/x-www-form-urlencoded/);
    const address = { web_url: 'https://example.com', mobile_web_url: 'https://example.com' };
    expect(JSON.parse(form.get('template_object') ?? '')).toEqual({
      object_type: 'feed',
      content: { title: '주문', image_url: 'https://example.com/a.jpg', link: address },
      item_content: { title_image_text: '영수증', items: [{ item: '사과', item_op: '1,000원' }] },
      social: { like_count: 7 },
      buttons: [{ title: '보기', link: { android_execution_params: 'someKey=a' } }],
    });
  });

  it('of a scrap and of a template of the console', async () => {
    const requests = api(sentToMe);
    const { memo } = client();
    await memo.sendScrap({ requestUrl: 'https://example.com/7' });
    await memo.sendCustom({ templateId: 3135, templateArgs: { userName: '홍길동', count: 2 } });
    expect(requests.map(({ url, form }) => [url.pathname, Object.fromEntries(form)])).toEqual([
      ['/v2/api/talk/memo/scrap/send', { request_url: 'https://example.com/7' }],
      [
        '/v2/api/talk/memo/send',
        // A variable is named as the console names it, and is a text, as Kakao's own SDKs send it.
        { template_id: '3135', template_args: '{"userName":"홍길동","count":"2"}' },
      ],
    ]);
  });

  it('of messages to friends names them as a JSON list', async () => {
    const requests = api(sentToAll);
    const receiverUuids = friends(2);
    const kakao = client().friends;
    await kakao.sendDefault({ receiverUuids, template });
    await kakao.sendScrap({ receiverUuids, requestUrl: 'https://example.com', templateId: 7 });
    await kakao.sendCustom({ receiverUuids, templateId: 7 });
    expect(requests.map(({ url }) => url.pathname)).toEqual([
      '/v1/api/talk/friends/message/default/send',
      '/v1/api/talk/friends/message/scrap/send',
      '/v1/api/talk/friends/message/send',
    ]);
    for (const request of requests)
      expect(request.form.get('receiver_uuids')).toBe('["friend-0","friend-1"]');
  });

  it('goes where the settings say', async () => {
    vi.stubEnv('KAKAO_API_BASE_URL', 'https://kapi.kakao.com/sandbox/');
    const requests = api(sentToMe);
    await client().memo.sendDefault(template);
    expect(requests[0]?.url.pathname).toBe('/sandbox/v2/api/talk/memo/default/send');
    const error = await failure(client({ apiBaseUrl: 'kapi' }).memo.sendDefault(template));
    expect(error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'apiBaseUrl' });
  });

  it('is not used for what Kakao would refuse', async () => {
    const requests = api(sentToMe);
    const { memo, friends } = client();
    const long = textTemplate({ text: '가'.repeat(201), link });
    expect(await failure(memo.sendDefault(long))).toMatchObject({ code: 'MESSAGE_TOO_LONG' });
    const noPrice = commerceTemplate({ content: { link }, commerce: {} as never });
    for (const sending of [
      memo.sendDefault(noPrice),
      memo.sendCustom({ templateId: -1 }),
      friends.sendDefault({ receiverUuids: [], template }),
    ])
      expect(await failure(sending)).toMatchObject({ mayHaveBeenSent: false, provider: 'kakao' });
    expect(requests).toEqual([]);
  });
});

describe('each code of Kakao’s', () => {
  it.each([
    [-1, 400, 'DELIVERY_UNKNOWN'],
    [-2, 400, 'VALIDATION_ERROR'],
    [-3, 403, 'PERMISSION_DENIED'],
    [-4, 403, 'PERMISSION_DENIED'],
    [-5, 403, 'PERMISSION_DENIED'],
    [-6, 403, 'PERMISSION_DENIED'],
    [-7, 400, 'API_ERROR'],
    [-8, 400, 'VALIDATION_ERROR'],
    [-9, 400, 'NOT_SUPPORTED'],
    [-10, 400, 'QUOTA_EXCEEDED'],
    [-11, 400, 'QUOTA_EXCEEDED'],
    [-12, 403, 'PERMISSION_DENIED'],
    [-101, 400, 'AUTHENTICATION_FAILED'],
    [-103, 400, 'AUTHENTICATION_FAILED'],
    [-401, 401, 'AUTHENTICATION_FAILED'],
    [-402, 403, 'CONSENT_REQUIRED'],
    [-406, 401, 'PERMISSION_DENIED'],
    [-451, 403, 'PERMISSION_DENIED'],
    [-501, 400, 'RECIPIENT_REJECTED'],
    [-502, 400, 'NOT_A_FRIEND'],
    [-504, 400, 'RECIPIENT_REJECTED'],
    [-530, 400, 'RECIPIENT_BLOCKED'],
    [-531, 400, 'QUOTA_EXCEEDED'],
    [-532, 400, 'QUOTA_EXCEEDED'],
    [-533, 400, 'QUOTA_EXCEEDED'],
    [-536, 400, 'QUOTA_EXCEEDED'],
    [-602, 400, 'VALIDATION_ERROR'],
    [-603, 400, 'DELIVERY_UNKNOWN'],
    [-606, 400, 'TOO_MANY_IMAGES'],
    // 503: a send may have left for all that is known.
    [-9798, 503, 'DELIVERY_UNKNOWN'],
    [-99999, 400, 'API_ERROR'],
    [-99999, 403, 'PERMISSION_DENIED'],
    [-99999, 429, 'RATE_LIMITED'],
  ])('%i with %i is %s for a send, which left once', async (kakaoCode, status, code) => {
    const requests = api(() => refusal(kakaoCode, status));
    const error = await failure(client().memo.sendDefault(template));
    const providerCode = String(kakaoCode);
    const mayHaveBeenSent = code === 'DELIVERY_UNKNOWN';
    expect(error).toMatchObject({ code, providerCode, status, mayHaveBeenSent });
    expect(requests).toHaveLength(1);
  });

  it.each([
    [-1, 'API_ERROR'],
    [-603, 'TIMEOUT'],
  ])('%i is %s for a read, where nothing can have been sent', async (code, expected) => {
    api(() => refusal(code));
    const error = await failure(client().user.info());
    expect(error).toMatchObject({ code: expected, mayHaveBeenSent: false });
  });

  it('-402 says which consent is missing', async () => {
    const scopes = { required_scopes: ['friends'], allowed_scopes: ['openid', 'talk_message'] };
    api(() => refusal(-402, 403, scopes));
    const error = await failure(client().friends.page());
    expect(error).toMatchObject({ code: 'CONSENT_REQUIRED', details: scopes });
  });

  it('quotes no text of ours, though Kakao does', async () => {
    const said = (form: URLSearchParams) =>
      `failed to parse parameter. name=template_object, paramString=${form.get('template_object')}`;
    api(({ form }) => json({ code: -2, msg: said(form) }, 400));
    const error = await failure(client().memo.sendDefault(template));
    expect(error.message).toContain('name=template_object');
    expect(JSON.stringify([error, error.message])).not.toContain('안녕하세요');
  });
});

describe('a partial failure', () => {
  const outcomes = async (answer: object, count = 3) => {
    const requests = api(() => json(answer));
    const receipt = await client().friends.sendDefault({ receiverUuids: friends(count), template });
    expect(requests).toHaveLength(1);
    const told = receipt.receivers.map((one) =>
      one.state === 'sent' ? 'sent' : `${one.state} ${one.error.code} ${one.error.providerCode}`,
    );
    return { outcome: receipt.outcome, told };
  };
  const failed = (code: number, ...uuids: string[]) => ({ code, msg: 'no', receiver_uuids: uuids });
  const blocked = 'rejected RECIPIENT_BLOCKED -530';

  it.each([
    ['failure_info', { failure_info: [failed(-530, 'friend-1')] }],
    ['failure_infos', { failure_infos: [failed(-530, 'friend-1')] }],
    ['a single object', { failure_info: failed(-530, 'friend-1') }],
    ['both names', { failure_info: [], failure_infos: [failed(-530, 'friend-1')] }],
    ['an object that names nobody', { failure_info: { code: -530, msg: 'no' } }],
    [
      'one name in place of a list',
      { failure_info: [{ code: -530, msg: 'no', receiver_uuids: 'friend-1' }] },
    ],
  ])('by %s is told per receiver', async (_, answer) => {
    const successful_receiver_uuids = ['friend-0', 'friend-2'];
    expect(await outcomes({ successful_receiver_uuids, ...answer })).toEqual({
      outcome: 'partial',
      told: ['sent', blocked, 'sent'],
    });
  });

  it('for several reasons keeps each', async () => {
    const failure_info = [
      failed(-532, 'friend-1'),
      failed(-502, 'friend-2'),
      failed(-1, 'friend-3'),
    ];
    const { told } = await outcomes({ successful_receiver_uuids: ['friend-0'], failure_info }, 4);
    expect(told).toEqual([
      'sent',
      'rejected QUOTA_EXCEEDED -532',
      'rejected NOT_A_FRIEND -502',
      'unknown DELIVERY_UNKNOWN -1',
    ]);
  });

  it('of everybody is none, and no success', async () => {
    const failure_info = [failed(-530, ...friends(3))];
    expect(await outcomes({ failure_info })).toEqual({
      outcome: 'none',
      told: Array(3).fill(blocked),
    });
  });

  it('that leaves somebody out does not call them failed', async () => {
    const { outcome, told } = await outcomes({ successful_receiver_uuids: ['friend-0'] });
    expect(outcome).toBe('partial');
    expect(told.slice(1)).toEqual(Array(2).fill('unknown INVALID_RESPONSE undefined'));
  });

  it('that names somebody in both lists calls them sent: they must not get it twice', async () => {
    const failure_info = [failed(-530, 'friend-0')];
    const answer = { successful_receiver_uuids: friends(3), failure_info };
    expect(await outcomes(answer)).toMatchObject({ outcome: 'complete' });
  });

  it.each([-2, -501, -502, -504, -530, -533, -536])(
    'of one receiver by HTTP error %i is that receiver’s',
    async (code) => {
      api(() => refusal(code));
      const receipt = await client().friends.sendDefault({ receiverUuids: ['friend-0'], template });
      expect(receipt).toMatchObject({
        outcome: 'none',
        receivers: [{ uuid: 'friend-0', state: 'rejected', error: { providerCode: String(code) } }],
      });
    },
  );
});

describe('a failure of the whole', () => {
  const sending = (count: number) =>
    failure(client().friends.sendDefault({ receiverUuids: friends(count), template }));

  it.each([
    [-402, 403, 'CONSENT_REQUIRED'],
    [-401, 401, 'AUTHENTICATION_FAILED'],
    [-532, 400, 'QUOTA_EXCEEDED'],
    [-10, 400, 'QUOTA_EXCEEDED'],
    [-603, 400, 'DELIVERY_UNKNOWN'],
  ])('%i is thrown, and starts no more than was under way', async (kakaoCode, status, code) => {
    const requests = api(() => refusal(kakaoCode, status));
    const error = await sending(100);
    expect(error.code).toBe(code);
    expect(requests.length).toBeLessThanOrEqual(4);
    const { accepted, rejected, unknown } = error.receipt as NonNullable<typeof error.receipt>;
    expect([accepted.length, rejected.length + unknown.length]).toEqual([0, 100]);
    expect(rejected.some((one) => one.error.code === 'CANCELED')).toBe(true);
  });

  it('after some were sent to is told beside them', async () => {
    api((asked, count) => (count === 1 ? sentToAll(asked) : refusal(-532)));
    const receipt = await client().friends.sendDefault({ receiverUuids: friends(50), template });
    expect(receipt.outcome).toBe('partial');
    const codes = receipt.receivers.map((one) => (one.state === 'sent' ? '' : one.error.code));
    expect(codes.slice(0, 5)).toEqual(Array(5).fill(''));
    expect(new Set(codes.slice(5))).toEqual(new Set(['QUOTA_EXCEEDED', 'CANCELED']));
  });

  it.each([
    ['no answer of that kind', json({ ok: true })],
    ['no JSON', new Response('{"', { status: 200 })],
  ])('that is %s may have been sent', async (_, answer) => {
    api(() => answer.clone());
    expect(await sending(1)).toMatchObject({ code: 'INVALID_RESPONSE', mayHaveBeenSent: true });
  });

  it('that is a cut connection may have been sent, and is not repeated', async () => {
    const requests = api(() => HttpResponse.error());
    const error = await failure(client().memo.sendDefault(template));
    expect(error).toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
    expect(await sending(100)).toMatchObject({ code: 'DELIVERY_UNKNOWN', mayHaveBeenSent: true });
    expect(requests.length).toBeLessThanOrEqual(5);
  });

  it('a memo that is not confirmed may have been sent', async () => {
    api(() => json({ result_code: -1 }));
    const error = await failure(client().memo.sendDefault(template));
    expect(error).toMatchObject({ code: 'INVALID_RESPONSE', mayHaveBeenSent: true });
  });
});

describe('many receivers', () => {
  it('go five a request, in order, each once', async () => {
    const requests = api(sentToAll);
    const receiverUuids = [...friends(12), 'friend-3', 'friend-11'];
    const receipt = await client().friends.sendDefault({ receiverUuids, template });
    expect(requests.map((request) => receiversOf(request).length).sort()).toEqual([2, 5, 5]);
    expect(receipt.outcome).toBe('complete');
    expect(receipt.receivers.map(({ uuid }) => uuid)).toEqual(friends(12));
    expect(receipt.warnings.map(({ code, field }) => [code, field])).toEqual([
      ['DUPLICATE_RECIPIENT', 'receiverUuids[12]'],
      ['DUPLICATE_RECIPIENT', 'receiverUuids[13]'],
    ]);
  });

  it('of any number are read as they are sent to', async () => {
    api(sentToAll);
    let read = 0;
    function* endless() {
      for (;;) yield `friend-${read++}`;
    }
    for await (const { offset, outcome, receivers } of client().sendMany(endless(), { template })) {
      expect(outcome).toBe('complete');
      expect(receivers).toHaveLength(5);
      if (offset === 50) break;
    }
    expect(read).toBeLessThanOrEqual(60);
  });

  it('are counted one by one, and one of unknown outcome stops the rest', async () => {
    const requests = api((asked, count) =>
      count < 3
        ? sentToAll(asked)
        : json({ successful_receiver_uuids: receiversOf(asked).slice(1) }),
    );
    const seen: object[] = [];
    const onProgress = (progress: object) => seen.push(progress);
    const outcomes = await all(client().sendMany(friends(100), { template, onProgress }));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['complete', 'complete', 'partial']);
    expect(seen.at(-1)).toEqual({ accepted: 14, rejected: 0, unknown: 1 });
    expect(requests).toHaveLength(3);
  });

  it.each([
    ['a missing consent', -402, 403],
    ['a login that is over', -401, 401],
    ['the quota of the sender', -532, 400],
    ['the quota of the app', -10, 400],
  ])('are not troubled further by %s, which would meet every one', async (_, code, status) => {
    const requests = api((asked, count) =>
      count < 3 ? sentToAll(asked) : refusal(code, status, { required_scopes: ['talk_message'] }),
    );
    const seen: object[] = [];
    const onProgress = (progress: object) => seen.push(progress);
    // Told to go on after a doubt, not after what is certain.
    const many = { template, onUnknown: 'continue', onProgress } as const;
    const outcomes = await all(client().sendMany(friends(10_000), many));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['complete', 'complete', 'none']);
    expect(seen.at(-1)).toEqual({ accepted: 10, rejected: 5, unknown: 0 });
    expect(requests).toHaveLength(3);
  });

  it('go on after refusals, and after an unknown outcome where told to', async () => {
    const requests = api((_, count) =>
      count === 1 ? refusal(-2) : new Response('', { status: 503 }),
    );
    const outcomes = await all(client().sendMany(friends(15), { template, onUnknown: 'continue' }));
    expect(outcomes.map(({ receivers }) => receivers[0]?.state)).toEqual([
      'rejected',
      'unknown',
      'unknown',
    ]);
    expect(requests).toHaveLength(3);
  });

  it('end when canceled, and before a wrong content', async () => {
    const requests = api(sentToAll);
    const canceled = { template, signal: AbortSignal.abort() };
    expect(await all(client().sendMany(friends(10), canceled))).toEqual([]);
    const wrong = all(client().sendMany(friends(10), { templateId: 0 }));
    expect((await failure(wrong)).code).toBe('VALIDATION_ERROR');
    expect(requests).toEqual([]);
  });

  it('of whom one has no name are not sent to', async () => {
    const requests = api(sentToAll);
    const outcomes = await all(client().sendMany(['a', '', 'b', 'c', 'd', 'e'], { template }));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['none', 'complete']);
    expect(requests.map(receiversOf)).toEqual([['e']]);
  });
});

describe('friends', () => {
  const element = (index: number) => ({
    id: index,
    uuid: `friend-${index}`,
    profile_nickname: `친구 ${index}`,
    profile_thumbnail_image: '',
    favorite: index === 0,
    allowed_msg: true,
  });
  const root = 'https://kapi.kakao.com/v1/api/talk/friends';
  /** Seven friends, by the offset and limit that are asked for. */
  const seven = (link = root) =>
    api(({ url }) => {
      const [offset, limit] = ['offset', 'limit'].map((name) => Number(url.searchParams.get(name)));
      const end = Math.min(7, Number(offset) + Number(limit));
      const elements = Array.from({ length: end - Number(offset) }, (_, index) =>
        element(Number(offset) + index),
      );
      const after_url = end < 7 ? `${link}?offset=${end}&limit=${limit}&order=asc` : undefined;
      return json({ elements, total_count: 7, after_url });
    });

  it('are listed page by page, the next one only when it is needed', async () => {
    const requests = seven();
    const list = client().friends.list({ pageSize: 3 });
    const first = await list.next();
    expect(first.value).toEqual({
      uuid: 'friend-0',
      id: 0,
      profileNickname: '친구 0',
      profileThumbnailImage: null,
      favorite: true,
      allowedMsg: true,
    });
    expect(requests).toHaveLength(1);
    expect(await all(list)).toHaveLength(6);
    expect(requests.map(({ url }) => url.search)).toEqual([
      '?offset=0&limit=3',
      '?offset=3&limit=3&order=asc',
      '?offset=6&limit=3&order=asc',
    ]);
  });

  it('end at the limit', async () => {
    const requests = seven();
    expect(await all(client().friends.list({ limit: 2 }))).toHaveLength(2);
    expect(requests.map(({ url }) => url.search)).toEqual(['?offset=0&limit=2']);
  });

  it.each(['favorite', 'nickname', 'age'] as const)('are ordered by %s', async (friendOrder) => {
    const requests = seven();
    const page = await client().friends.page({ friendOrder, order: 'desc', offset: 2, limit: 4 });
    expect(page.totalCount).toBe(7);
    expect(page.friends.map(({ uuid }) => uuid)).toEqual(friends(6).slice(2));
    expect(Object.fromEntries(requests[0]?.url.searchParams ?? [])).toEqual({
      offset: '2',
      limit: '4',
      friend_order: friendOrder,
      order: 'desc',
    });
  });

  it.each([
    [{ friendOrder: 'name' as never }, 'friendOrder'],
    [{ order: 'up' as never }, 'order'],
    [{ limit: 0 }, 'limit'],
    [{ limit: 101 }, 'limit'],
    [{ offset: -1 }, 'offset'],
  ])('are not asked for by %o', async (input, field) => {
    const requests = seven();
    expect(await failure(client().friends.page(input))).toMatchObject({ field });
    expect(requests).toEqual([]);
  });

  it('of another host are not followed with our token', async () => {
    const requests = seven('https://evil.example/friends');
    const error = await failure(all(client().friends.list({ pageSize: 3 })));
    expect(error).toMatchObject({ code: 'INVALID_RESPONSE' });
    expect(requests).toHaveLength(1);
  });

  it('of a link without TLS keep ours', async () => {
    const requests = seven('http://kapi.kakao.com/v1/api/talk/friends');
    expect(await all(client().friends.list({ pageSize: 4 }))).toHaveLength(7);
    expect(requests.map(({ url }) => url.protocol)).toEqual(['https:', 'https:']);
  });

  it('end where a page leads to itself or is empty', async () => {
    for (const elements of [[element(0)], []]) {
      const requests = api(({ url }) => json({ elements, after_url: url.href }));
      expect(await all(client().friends.list())).toHaveLength(elements.length);
      expect(requests).toHaveLength(1);
    }
  });

  it('are told once, though the list grows while it is read', async () => {
    const pages = [
      [0, 1, 2],
      // Somebody joined in front: the last one of the page before moved here.
      [2, 3, 4],
      [5],
    ];
    api(({ url }, count) =>
      json({
        elements: pages[count - 1]?.map(element),
        total_count: 7,
        ...(count < 3 && { after_url: `${url.origin}${url.pathname}?offset=${count * 3}&limit=3` }),
      }),
    );
    const told = await all(client().friends.list({ pageSize: 3, limit: 6 }));
    expect(told.map(({ uuid }) => uuid)).toEqual(friends(6));
  });

  it('end although the list shrinks while it is read', async () => {
    const requests = api(({ url }, count) =>
      json({
        elements: count === 1 ? [0, 1, 2].map(element) : [],
        total_count: count === 1 ? 7 : 2,
        ...(count === 1 && { after_url: `${url.origin}${url.pathname}?offset=3&limit=3` }),
      }),
    );
    expect(await all(client().friends.list({ pageSize: 3 }))).toHaveLength(3);
    expect(requests).toHaveLength(2);
  });

  it('end where pages lead in a circle', async () => {
    const requests = api(({ url }, count) =>
      json({
        elements: [element(count % 2)],
        after_url: `${url.origin}${url.pathname}?offset=${count % 2}&limit=1`,
      }),
    );
    expect(await all(client().friends.list({ pageSize: 1 }))).toHaveLength(2);
    expect(requests.length).toBeLessThanOrEqual(3);
  });

  it.each([0, 101, 1.5])('are not asked for in pages of %d', async (pageSize) => {
    const error = await failure(all(client().friends.list({ pageSize })));
    expect(error).toMatchObject({ code: 'VALIDATION_ERROR', field: 'pageSize' });
  });

  it('that cannot be read are an error, and one who shows nothing is none', async () => {
    api((_, count) => json({ elements: count === 1 ? [{ uuid: 'x' }] : [{ id: 1 }] }));
    expect((await client().friends.page()).friends).toEqual([
      {
        uuid: 'x',
        id: null,
        profileNickname: null,
        profileThumbnailImage: null,
        favorite: null,
        allowedMsg: null,
      },
    ]);
    expect((await failure(client().friends.page())).code).toBe('INVALID_RESPONSE');
  });
});

describe('the person', () => {
  const loggedIn = async () => {
    const tokens = createMemoryTokenStore();
    const nothing = { accessTokenExpiresAt: null, refreshToken: null, refreshTokenExpiresAt: null };
    await tokens.set('default', { accessToken: 'access-1', scopes: [], ...nothing });
    return { tokens, user: createKakaoClient({ tokens }).user };
  };

  it('is told by userinfo', async () => {
    const requests = api(() => json({ sub: '2632890179', nickname: '홍길동' }));
    expect(await client().user.info()).toMatchObject({
      sub: '2632890179',
      nickname: '홍길동',
      picture: null,
    });
    expect(requests[0]?.url.pathname).toBe('/v1/oidc/userinfo');
  });

  it('has agreed to scopes', async () => {
    const scope = {
      id: 'friends',
      display_name: '친구 목록',
      type: 'SERVICE',
      using: true,
      agreed: false,
    };
    const requests = api(() => json({ id: 7, scopes: [scope] }));
    expect(await client().user.scopes()).toEqual([
      { id: 'friends', displayName: '친구 목록', agreed: false, using: true, revocable: null },
    ]);
    expect(requests[0]?.url.pathname).toBe('/v2/user/scopes');
  });

  it.each(['logout', 'unlink'] as const)('is forgotten after %s', async (end) => {
    const requests = api(() => json({ id: 7 }));
    const { tokens, user } = await loggedIn();
    await user[end]();
    expect(requests.map(({ method, url }) => [method, url.pathname])).toEqual([
      ['POST', `/v1/user/${end}`],
    ]);
    expect(await tokens.get('default')).toBeUndefined();
  });

  it('whose login is over is logged out, but not unlinked', async () => {
    api(() => refusal(-401, 401));
    const { tokens, user } = await loggedIn();
    expect((await failure(user.unlink())).code).toBe('AUTHENTICATION_FAILED');
    expect(await tokens.get('default')).toBeDefined();
    await user.logout();
    expect(await tokens.get('default')).toBeUndefined();
  });

  it('stays where Kakao does not answer', async () => {
    api(() => new Response('', { status: 503 }));
    const { tokens, user } = await loggedIn();
    await failure(user.logout());
    expect(await tokens.get('default')).toBeDefined();
  });
});
