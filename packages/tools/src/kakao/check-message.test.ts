import { expect, it } from 'vitest';
import { clientSecret, createKakaoBench } from '../testing/kakao-bench.ts';

const network = /kapi|\/v[12]\//;

it('tells how a text would go, without a network', async () => {
  const { call, sandbox, published, audit } = await createKakaoBench();
  const before = sandbox.exchanges().length;
  const short = await call('check_message', { message: '🎉'.repeat(200) });
  expect(short.structuredContent).toEqual({
    characters: 200,
    sent_as: 'whole',
    errors: [],
    warnings: [],
    suggestions: [],
  });
  expect(short.text).toBe('200 characters, whole: 0 errors, 0 warnings.');
  const long = await call('check_message', { message: '🎉'.repeat(201), uuids: ['friend-1'] });
  expect(long.structuredContent).toMatchObject({ characters: 201, sent_as: 'page', errors: [] });
  expect(sandbox.exchanges()).toHaveLength(before);
  expect(published).toEqual([]);
  expect(audit.events).toEqual([]);
  expect(network.test(short.text)).toBe(false);
});

it('says that a long text needs a public address', async () => {
  const { call } = await createKakaoBench({ isPublic: false, language: 'ko' });
  const { structuredContent } = await call('check_message', { message: '가'.repeat(201) });
  expect(structuredContent).toMatchObject({
    characters: 201,
    errors: [{ code: 'MESSAGE_TOO_LONG', field: 'message' }],
  });
});

it('finds what the rails would refuse', async () => {
  const env = { JEONBO_ALLOWED_RECIPIENTS: 'kakao:friend-1' };
  const { call } = await createKakaoBench({ env });
  const { structuredContent } = await call('check_message', {
    message: `#{name}: ${clientSecret}`,
    uuids: ['friend-1', 'friend-2'],
  });
  const { errors } = structuredContent as { errors: { code: string; field: string }[] };
  expect(errors.map(({ code, field }) => [code, field])).toEqual([
    ['VALIDATION_ERROR', 'message'],
    ['RECIPIENT_NOT_ALLOWED', 'uuids[1]'],
    ['SECRET_IN_MESSAGE', 'message'],
  ]);
});
