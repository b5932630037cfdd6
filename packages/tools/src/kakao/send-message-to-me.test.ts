import { describe, expect, it } from 'vitest';
import { clientSecret, createKakaoBench, memoPath, origin } from '../testing/kakao-bench.ts';

const long = `${'가나다라마바사아자차'.repeat(25)}끝`;
const page = { web_url: `${origin}/m/page-1`, mobile_web_url: `${origin}/m/page-1` };

describe('a short text', () => {
  it('goes out whole, with a link to the public address', async () => {
    const { call, sent, published } = await createKakaoBench();
    const { structuredContent, text, isError } = await call('send_message_to_me', {
      message: '안녕하세요',
    });
    expect(structuredContent).toEqual({
      success: true,
      result_code: 0,
      link: origin,
      message: 'Accepted for 1 recipient.',
      sent_count: 1,
      failed_count: 0,
      warnings: [],
    });
    expect(text).toContain('Accepted for 1 recipient.');
    expect(isError).toBe(false);
    const link = { web_url: origin, mobile_web_url: origin };
    const template = { object_type: 'text', text: '안녕하세요', link };
    expect(sent()).toEqual([{ path: memoPath, to: 'me', template }]);
    expect(published).toEqual([]);
  });

  it('leads nowhere without a public address', async () => {
    const { call, sent } = await createKakaoBench({ isPublic: false });
    const { structuredContent } = await call('send_message_to_me', { message: 'x' });
    expect(structuredContent).toMatchObject({ success: true });
    expect(structuredContent).not.toHaveProperty('link');
    expect(sent()[0]?.template).toMatchObject({ link: {} });
  });

  it('has 200 characters at most', async () => {
    const { call, sent, published } = await createKakaoBench();
    const message = '🎉'.repeat(200);
    await call('send_message_to_me', { message });
    expect(sent()[0]?.template).toMatchObject({ text: message });
    expect(published).toEqual([]);
  });

  it('speaks Korean', async () => {
    const { call } = await createKakaoBench({ language: 'ko' });
    const { text } = await call('send_message_to_me', { message: 'x' });
    expect(text).toContain('1명 발송이 접수되었습니다.');
  });
});

describe('a long text', () => {
  it('goes as its beginning, with a link to a page that has all of it', async () => {
    const { call, sent, published } = await createKakaoBench();
    const { structuredContent } = await call('send_message_to_me', { message: long });
    expect(structuredContent).toMatchObject({ success: true, link: page.web_url });
    expect(published).toEqual([long]);
    const template = sent()[0]?.template;
    expect(template).toEqual({ object_type: 'text', text: `${long.slice(0, 199)}…`, link: page });
    expect([...String(template?.text)]).toHaveLength(200);
    // The whole text stands in no address.
    expect(JSON.stringify(template)).not.toContain('끝');
  });

  it('that was sent is known again, though its page would be another', async () => {
    const { call, sent, published } = await createKakaoBench();
    await call('send_message_to_me', { message: long });
    const again = await call('send_message_to_me', { message: long });
    expect(again.structuredContent).toMatchObject({ success: true, duplicate: true });
    const other = await call('send_message_to_me', { message: `${long}.` });
    expect(other.structuredContent).not.toHaveProperty('duplicate');
    expect(sent()).toHaveLength(2);
    expect(published).toHaveLength(2);
  });

  it('is refused without pages, with what to set', async () => {
    const { call, sent } = await createKakaoBench({ isPublic: false });
    const { structuredContent, text } = await call('send_message_to_me', { message: long });
    expect(structuredContent).toMatchObject({
      error_code: 'MESSAGE_TOO_LONG',
      details: { field: 'message' },
    });
    expect(text).toContain('BASE_URL');
    expect(sent()).toEqual([]);
  });

  it('makes no page in a dry run, nor for what a rail refuses', async () => {
    const dry = await createKakaoBench({ env: { JEONBO_DRY_RUN: '1' } });
    const answer = await dry.call('send_message_to_me', { message: long });
    expect(answer.structuredContent).toMatchObject({ dry_run: true, sent_count: 0 });
    const { call, published } = await createKakaoBench();
    const secret = await call('send_message_to_me', { message: `${long}${clientSecret}` });
    expect(secret.structuredContent).toMatchObject({ error_code: 'SECRET_IN_MESSAGE' });
    expect([...published, ...dry.published, ...dry.sent()]).toEqual([]);
  });

  it('whose page cannot be made is not sent, and may be repeated', async () => {
    let broken = true;
    const publish = async () => {
      if (broken) throw new Error('disk full');
      return page.web_url;
    };
    const { call, sent } = await createKakaoBench({ context: { pages: { publish } } });
    const failed = await call('send_message_to_me', { message: long });
    expect(failed.structuredContent).toMatchObject({ error_code: 'INTERNAL_ERROR' });
    expect(failed.structuredContent).not.toHaveProperty('details.may_have_been_sent');
    expect(sent()).toEqual([]);
    broken = false;
    const again = await call('send_message_to_me', { message: long });
    expect(again.structuredContent).toMatchObject({ success: true, link: page.web_url });
  });

  it('ends somewhere', async () => {
    const { call, published } = await createKakaoBench();
    const { structuredContent } = await call('send_message_to_me', {
      message: '가'.repeat(20_001),
    });
    expect(structuredContent).toMatchObject({ error_code: 'MESSAGE_TOO_LONG' });
    expect(published).toEqual([]);
  });
});

describe('the rails', () => {
  it.each([
    ['an empty text', ' \n', 'EMPTY_MESSAGE'],
    ['a value nobody fills', '#{name}님, 안녕하세요', 'VALIDATION_ERROR'],
    ['a secret of ours', `key: ${clientSecret}`, 'SECRET_IN_MESSAGE'],
    ['a private key', '-----BEGIN PRIVATE KEY-----', 'SECRET_IN_MESSAGE'],
  ])('refuse %s', async (_, message, error_code) => {
    const { call, sent, audit } = await createKakaoBench();
    const { structuredContent, isError } = await call('send_message_to_me', { message });
    expect(structuredContent).toMatchObject({ success: false, error_code });
    expect(structuredContent).toMatchObject({ details: { field: 'message' } });
    expect(isError).toBe(true);
    expect(sent()).toEqual([]);
    expect(audit.events).toMatchObject([{ event: 'blocked', code: error_code, provider: 'kakao' }]);
  });

  it('count it against the limit', async () => {
    const { call, sent } = await createKakaoBench({ env: { JEONBO_SEND_LIMIT: '1' } });
    await call('send_message_to_me', { message: 'one' });
    const { structuredContent } = await call('send_message_to_me', { message: 'two' });
    expect(structuredContent).toMatchObject({ error_code: 'SEND_LIMIT_REACHED' });
    expect(sent()).toHaveLength(1);
  });

  it('always let a person write to themself', async () => {
    const { call, sent } = await createKakaoBench({
      env: { JEONBO_ALLOWED_RECIPIENTS: '010-1234-5678' },
    });
    await call('send_message_to_me', { message: 'x' });
    expect(sent()).toHaveLength(1);
  });

  it('ask before each where that is set, with the words of KakaoTalk', async () => {
    const { call, sent } = await createKakaoBench({ env: { JEONBO_CONFIRM: 'always' } });
    const held = await call('send_message_to_me', { message: long });
    expect(held.structuredContent).toMatchObject({
      confirmation_required: true,
      summary: { recipients: 1, sample: ['me'], kind: 'KakaoTalk', estimated_parts: 1 },
    });
    const { confirm_token } = held.structuredContent;
    await call('send_message_to_me', { message: `${long}!`, confirm_token });
    expect(sent()).toEqual([]);
    await call('send_message_to_me', { message: long, confirm_token });
    expect(sent()).toHaveLength(1);
  });

  it('take no parameter that is not there', async () => {
    const { call } = await createKakaoBench();
    const { structuredContent } = await call('send_message_to_me', { message: 'x', to: 'you' });
    expect(structuredContent).toMatchObject({
      error_code: 'VALIDATION_ERROR',
      details: { reason: expect.stringContaining('unknown parameter to') },
    });
  });
});

it('is not repeated where nobody knows whether it left', async () => {
  const { call, sent, sandbox } = await createKakaoBench();
  const body = '{"msg":"time out","code":-603}';
  sandbox.fault({ path: memoPath, status: 400, body, processed: true, times: 1 });
  const first = await call('send_message_to_me', { message: 'x' });
  expect(first.structuredContent).toMatchObject({
    error_code: 'DELIVERY_UNKNOWN',
    details: { may_have_been_sent: true, provider_code: '-603' },
  });
  const again = await call('send_message_to_me', { message: 'x' });
  expect(again.structuredContent).toMatchObject({ error_code: 'DELIVERY_UNKNOWN' });
  expect(sent()).toHaveLength(1);
});

it('says that nobody is logged in', async () => {
  const { createKakaoClient, createMemoryTokenStore } = await import('@jeonbo/kakao-client');
  const kakao = createKakaoClient({ tokens: createMemoryTokenStore(), clientId: 'x' });
  const { call } = await createKakaoBench({ context: { kakao } });
  const { structuredContent } = await call('send_message_to_me', { message: 'x' });
  expect(structuredContent).toMatchObject({ error_code: 'MISSING_CREDENTIALS' });
});
