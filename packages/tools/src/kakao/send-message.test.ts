import { describe, expect, it } from 'vitest';
import { createKakaoBench, friendsPath, memoPath, origin } from '../testing/kakao-bench.ts';

const message = '저녁 같이 먹을래?';

async function withFriends(options: Parameters<typeof createKakaoBench>[0] = {}) {
  const bench = await createKakaoBench(options);
  const [friend, second, blocked, full] = await Promise.all(
    ['이도윤', 'Mina Park', '최하준', '정유나'].map((nickname) => bench.uuidOf(nickname)),
  );
  return { ...bench, friend, second, blocked, full } as typeof bench &
    Record<'friend' | 'second' | 'blocked' | 'full', string>;
}

/** Uuids that the sandbox need not know: an answer of ours stands in for its own. */
const many = (count: number) => Array.from({ length: count }, (_, index) => `friend-${index}`);
const sentTo = (uuids: readonly string[]) => JSON.stringify({ successful_receiver_uuids: uuids });

describe('one friend', () => {
  it('gets it', async () => {
    const { call, sent, friend } = await withFriends();
    const { structuredContent, text } = await call('send_message', { uuid: friend, message });
    expect(structuredContent).toEqual({
      success: true,
      outcome: 'complete',
      receivers: [{ uuid: friend, sent: true }],
      link: origin,
      message: 'Accepted for 1 recipient.',
      sent_count: 1,
      failed_count: 0,
      warnings: [],
    });
    expect(text).toContain(friend);
    expect(sent()).toMatchObject([{ path: friendsPath, to: [friend] }]);
  });

  it.each([
    [-501, 'RECIPIENT_REJECTED', 'no_kakaotalk'],
    [-502, 'NOT_A_FRIEND', 'not_a_friend'],
    [-504, 'RECIPIENT_REJECTED', 'no_device'],
    [-530, 'RECIPIENT_BLOCKED', 'blocked'],
    [-531, 'QUOTA_EXCEEDED', 'monthly_quota'],
    [-532, 'QUOTA_EXCEEDED', 'sender_quota'],
    [-533, 'QUOTA_EXCEEDED', 'receiver_quota'],
    [-536, 'QUOTA_EXCEEDED', 'pair_quota'],
    [-10, 'QUOTA_EXCEEDED', 'app_quota'],
    [-2, 'VALIDATION_ERROR', 'refused'],
  ])('who is refused with %i is %s, %s', async (code, error_code, reason) => {
    const { call, sandbox, friend } = await withFriends();
    const body = JSON.stringify({ msg: 'no', code });
    sandbox.fault({ path: friendsPath, status: 400, body });
    const answer = await call('send_message', { uuid: friend, message });
    expect(answer.isError).toBe(true);
    expect(answer.structuredContent).toMatchObject({
      success: false,
      error_code,
      details: { provider_code: String(code) },
      outcome: 'none',
      receivers: [{ uuid: friend, sent: false, error_code, reason }],
      sent_count: 0,
      failed_count: 1,
    });
    expect(answer.text).toContain(`${friend}: ${error_code} (${reason})`);
  });

  it('who was certainly not reached may be sent to again', async () => {
    const { call, sandbox, sent, friend } = await withFriends();
    sandbox.fault({ path: friendsPath, status: 400, body: '{"msg":"no","code":-532}' });
    await call('send_message', { uuid: friend, message });
    const again = await call('send_message', { uuid: friend, message });
    expect(again.structuredContent).toMatchObject({ outcome: 'complete' });
    expect(again.structuredContent).not.toHaveProperty('duplicate');
    expect(sent()).toHaveLength(2);
  });

  it('who may have been reached is not', async () => {
    const { call, sandbox, sent, friend } = await withFriends();
    sandbox.fault({ path: friendsPath, cut: 'after-read' });
    const first = await call('send_message', { uuid: friend, message });
    expect(first.structuredContent).toMatchObject({
      error_code: 'DELIVERY_UNKNOWN',
      outcome: 'none',
      receivers: [{ uuid: friend, sent: false, reason: 'unknown', may_have_been_sent: true }],
      failed_count: 0,
      unknown_count: 1,
    });
    const again = await call('send_message', { uuid: friend, message });
    expect(again.structuredContent).toMatchObject({ error_code: 'DELIVERY_UNKNOWN' });
    expect(sent()).toHaveLength(1);
  });
});

describe('several friends', () => {
  it('are told apart where only some got it', async () => {
    const { call, friend, blocked, full } = await withFriends();
    const uuids = [blocked, friend, full];
    const answer = await call('send_message', { uuids, message });
    expect(answer.isError).toBe(false);
    expect(answer.structuredContent).toMatchObject({
      success: true,
      outcome: 'partial',
      sent_count: 1,
      failed_count: 2,
      receivers: [
        { uuid: friend, sent: true },
        { uuid: blocked, sent: false, error_code: 'RECIPIENT_BLOCKED', reason: 'blocked' },
        { uuid: full, sent: false, error_code: 'QUOTA_EXCEEDED', reason: 'receiver_quota' },
      ],
    });
    expect(answer.structuredContent).not.toHaveProperty('failures');
    expect(answer.text).toContain('outcome: partial');
    expect(answer.text).toContain(`Sent to: ${friend}`);
    expect(answer.text).toContain(`${blocked}: RECIPIENT_BLOCKED (blocked)`);
  });

  it('are a failure where nobody got it, each with the reason', async () => {
    const { call, blocked, full } = await withFriends({ language: 'ko' });
    const answer = await call('send_message', { uuids: [blocked, full], message });
    expect(answer.isError).toBe(true);
    expect(answer.structuredContent).toMatchObject({
      error_code: 'RECIPIENT_BLOCKED',
      outcome: 'none',
      receivers: [
        { reason: 'blocked', error: '수신자가 발신자의 메시지를 받지 않습니다.' },
        { reason: 'receiver_quota' },
      ],
    });
  });

  it('get it again as far as they did not get it', async () => {
    const { call, sent, friend, second, blocked } = await withFriends();
    await call('send_message', { uuids: [friend, blocked], message });
    const again = await call('send_message', { uuids: [friend, blocked, second], message });
    expect(again.structuredContent).toMatchObject({ outcome: 'partial', sent_count: 2 });
    expect(sent().map(({ to }) => to)).toEqual([
      [friend, blocked],
      [blocked, second],
    ]);
  });

  it('who got it before are told beside those who are refused again', async () => {
    const { call, sent, friend, blocked } = await withFriends();
    await call('send_message', { uuids: [friend, blocked], message });
    const again = await call('send_message', { uuids: [friend, blocked], message });
    expect(again.structuredContent).toMatchObject({
      success: false,
      error_code: 'RECIPIENT_BLOCKED',
      outcome: 'partial',
      receivers: [
        { uuid: friend, sent: true },
        { uuid: blocked, sent: false, reason: 'blocked' },
      ],
      sent_count: 1,
      failed_count: 1,
    });
    expect(sent()[1]?.to).toEqual([blocked]);
  });

  it('go five a request, and the client hears of each', async () => {
    const { call, sandbox, sent } = await withFriends();
    const uuids = many(10);
    for (const start of [0, 5])
      sandbox.fault({ path: friendsPath, body: sentTo(uuids.slice(start, start + 5)) });
    const steps: number[] = [];
    const onProgress = (done: number) => steps.push(done);
    const answer = await call('send_message', { uuids, message }, {}, { onProgress });
    expect(answer.structuredContent).toMatchObject({ outcome: 'complete', sent_count: 10 });
    expect(sent()).toHaveLength(2);
    expect(steps).toEqual([0, 5, 10]);
  });

  it('of whom nobody knows are told so', async () => {
    const { call, sandbox } = await withFriends();
    sandbox.fault({ path: friendsPath, body: sentTo(['friend-0']) });
    const answer = await call('send_message', { uuids: many(2), message });
    expect(answer.structuredContent).toMatchObject({
      outcome: 'partial',
      unknown_count: 1,
      receivers: [
        { uuid: 'friend-0', sent: true },
        { uuid: 'friend-1', error_code: 'DELIVERY_UNKNOWN', reason: 'unknown' },
      ],
    });
  });

  it('are not tried any more once the next would meet the same', async () => {
    const { call, sandbox } = await withFriends({ env: { JEONBO_CONFIRM: 'never' } });
    sandbox.fault({ path: friendsPath, status: 400, body: '{"msg":"no","code":-10}', times: null });
    const { structuredContent } = await call('send_message', { uuids: many(100), message });
    const { receivers } = structuredContent as { receivers: { reason: string }[] };
    const count = (reason: string) => receivers.filter((one) => one.reason === reason).length;
    expect(receivers).toHaveLength(100);
    expect(count('app_quota') + count('not_tried')).toBe(100);
    expect(count('not_tried')).toBeGreaterThanOrEqual(80);
  });

  it('share one page', async () => {
    const { call, sent, published, friend, second } = await withFriends();
    const long = '가'.repeat(201);
    const { structuredContent } = await call('send_message', {
      uuids: [friend, second],
      message: long,
    });
    expect(structuredContent).toMatchObject({ link: `${origin}/m/page-1` });
    expect(published).toEqual([long]);
    expect(sent()).toHaveLength(1);
  });

  it('need a confirmation from eleven on', async () => {
    const { call, sent } = await withFriends();
    const { structuredContent } = await call('send_message', { uuids: many(11), message });
    expect(structuredContent).toMatchObject({
      confirmation_required: true,
      summary: { recipients: 11, kind: 'KakaoTalk', estimated_parts: 11 },
    });
    expect(sent()).toEqual([]);
  });
});

it.each([
  ['nobody', {}, 'VALIDATION_ERROR', 'uuid'],
  ['two ways at once', { uuid: 'a', uuids: ['b'] }, 'VALIDATION_ERROR', 'uuid'],
  ['an empty list', { uuids: [] }, 'INVALID_RECIPIENTS_COUNT', 'uuids'],
  ['101', { uuids: many(101) }, 'INVALID_RECIPIENTS_COUNT', 'uuids'],
  ['what is no uuid', { uuids: ['a', 'b c'] }, 'VALIDATION_ERROR', 'uuids[1].kakao_uuid'],
])('refuses %s', async (_, input, error_code, field) => {
  const { call, sent } = await createKakaoBench();
  const { structuredContent } = await call('send_message', { ...input, message });
  expect(structuredContent).toMatchObject({ error_code, details: { field } });
  expect(sent()).toEqual([]);
});

describe('the operator’s list', () => {
  it('of phones alone lets no friend be reached', async () => {
    const env = { JEONBO_ALLOWED_RECIPIENTS: '010' };
    const { call, sent, friend } = await withFriends({ env });
    const { structuredContent } = await call('send_message', { uuid: friend, message });
    expect(structuredContent).toMatchObject({
      error_code: 'RECIPIENT_NOT_ALLOWED',
      details: { field: 'uuids[0]' },
    });
    expect(sent()).toEqual([]);
  });

  it('names friends by uuid', async () => {
    const { friend } = await withFriends();
    const env = { JEONBO_ALLOWED_RECIPIENTS: `010, kakao:${friend}` };
    const { call, sent, second } = await withFriends({ env });
    await call('send_message', { uuid: friend, message });
    const { structuredContent } = await call('send_message', {
      uuids: [friend, second],
      message: 'x',
    });
    expect(structuredContent).toMatchObject({
      error_code: 'RECIPIENT_NOT_ALLOWED',
      details: { count: 1, positions: [1] },
    });
    expect(sent()).toMatchObject([{ to: [friend] }]);
  });
});

it('is another message than the same text to oneself', async () => {
  const { call, sent, friend } = await withFriends();
  await call('send_message_to_me', { message });
  await call('send_message', { uuid: friend, message });
  expect(sent().map(({ path }) => path)).toEqual([memoPath, friendsPath]);
});
