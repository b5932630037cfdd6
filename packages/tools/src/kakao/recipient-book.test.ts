import { describe, expect, it } from 'vitest';
import { callTool } from '../call-tool.ts';
import { readBook } from '../guard/recipient-book.ts';
import { createBench, sms } from '../testing/bench.ts';
import { createKakaoBench } from '../testing/kakao-bench.ts';

/** A friend with a phone, a friend without, and a phone without KakaoTalk. */
async function withBook() {
  const { uuidOf } = await createKakaoBench();
  const [friend, blocked] = [await uuidOf('이도윤'), await uuidOf('최하준')];
  const book = JSON.stringify([
    { id: 'doyun', name: '도윤', phone_number: '010-0000-1002', kakao_uuid: friend },
    { id: 'hajun', name: '하준', kakao_uuid: blocked },
    { id: 'shop', name: '가게', phone_number: '010-0000-2000' },
  ]);
  const env = { JEONBO_RECIPIENT_BOOK: 'book.json' };
  return { ...(await createKakaoBench({ env, book })), friend, blocked, book, env };
}

it('offers no search, and lists whom KakaoTalk reaches', async () => {
  const { toolset, call } = await withBook();
  expect(toolset.tools.map(({ name }) => name)).toEqual([
    'list_recipients',
    'send_message_to_me',
    'send_message',
    'send_kakao_template',
    'check_message',
  ]);
  const { structuredContent } = await call('list_recipients', {});
  expect(structuredContent).toEqual({
    total_count: 2,
    recipients: [
      { id: 'doyun', name: '도윤' },
      { id: 'hajun', name: '하준' },
    ],
  });
});

it('reaches people by id and tells no uuid', async () => {
  const { call, sent, friend, blocked } = await withBook();
  const answers = [
    await call('send_message', { id: 'doyun', message: 'one' }),
    await call('send_message', { ids: ['doyun', 'hajun'], message: 'two' }),
    await call('send_message', { ids: ['hajun'], message: 'three' }),
    await call('send_kakao_template', {
      to: ['hajun'],
      template: { object_type: 'text', text: 'four', link: {} },
    }),
  ];
  expect(answers.map(({ structuredContent }) => structuredContent)).toMatchObject([
    { outcome: 'complete', receivers: [{ id: 'doyun', sent: true }] },
    { outcome: 'partial', receivers: [{ id: 'doyun' }, { id: 'hajun', reason: 'blocked' }] },
    { outcome: 'none', receivers: [{ id: 'hajun', reason: 'blocked' }] },
    { outcome: 'none', receivers: [{ id: 'hajun', reason: 'blocked' }] },
  ]);
  expect(sent().map(({ to }) => to)).toEqual([[friend], [friend, blocked], [blocked], [blocked]]);
  const said = JSON.stringify(answers);
  for (const uuid of [friend, blocked]) expect(said).not.toContain(uuid);
});

it('asks in the same words', async () => {
  const { book, env, friend } = await withBook();
  const { call } = await createKakaoBench({ env: { ...env, JEONBO_CONFIRM: 'always' }, book });
  const held = await call('send_message', { id: 'doyun', message: 'x' });
  expect(held.structuredContent).toMatchObject({ summary: { sample: ['doyun'] } });
  expect(JSON.stringify(held)).not.toContain(friend);
});

describe('nobody else', () => {
  it.each([
    ['an id that is not there', { id: 'nobody' }],
    ['somebody without KakaoTalk', { ids: ['doyun', 'shop'] }],
  ])('is reached: %s', async (_, input) => {
    const { call, sent } = await withBook();
    const { structuredContent } = await call('send_message', { ...input, message: 'x' });
    expect(structuredContent).toMatchObject({ error_code: 'RECIPIENT_NOT_ALLOWED' });
    expect(sent()).toEqual([]);
  });

  it('is reached by a uuid', async () => {
    const { call, sent, friend } = await withBook();
    const answers = [
      await call('send_message', { uuid: friend, message: 'x' }),
      await call('send_message', { id: friend, message: 'x' }),
    ];
    expect(answers.map(({ isError }) => isError)).toEqual([true, true]);
    expect(sent()).toEqual([]);
  });

  it('but oneself is, always', async () => {
    const { call, sent } = await withBook();
    await call('send_message_to_me', { message: 'x' });
    expect(sent()).toMatchObject([{ to: 'me' }]);
  });
});

it('leaves phones to those who send to phones', async () => {
  const { book, env } = await withBook();
  const { toolset, context, sandbox } = createBench({ env, book });
  const listed = await callTool(toolset, 'list_recipients', {}, context);
  const { recipients } = listed.structuredContent as { recipients: { id: string }[] };
  expect(recipients.map(({ id }) => id)).toEqual(['doyun', 'shop']);
  const input = { recipients: [{ id: 'hajun' }] };
  const { structuredContent } = await callTool(toolset, 'send_sms', sms(input), context);
  expect(structuredContent).toMatchObject({ error_code: 'RECIPIENT_NOT_ALLOWED' });
  expect(sandbox.exchanges()).toEqual([]);
});

it.each([
  ['neither phone nor friend', '[{"id":"a","name":"A"}]'],
  ['a uuid with a space', '[{"id":"a","name":"A","kakao_uuid":"a b"}]'],
])('refuses an entry with %s', (_, json) => {
  expect(() => readBook(json)).toThrow(/Entry 1|wrong at 0/);
});
