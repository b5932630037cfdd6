import { expect, it } from 'vitest';
import { connectLegacy } from '../testing/connect.ts';
import { createKakaoBench, origin } from '../testing/kakao-bench.ts';
import { templateExamples } from './template-examples.ts';

const message = '안녕';
const template = templateExamples('ko').commerce;

// This client holds every structured content, failures too, against the listed output schema and throws.
it('every answer of every tool fits its output schema', async () => {
  const bench = await createKakaoBench();
  const [friend, blocked] = [await bench.uuidOf('이도윤'), await bench.uuidOf('최하준')];
  const call = await connectLegacy(bench, {});
  const many = Array.from({ length: 11 }, (_, index) => `friend-${index}`);
  const answers = [
    await call('send_message_to_me', { message }),
    await call('send_message_to_me', { message }),
    await call('send_message_to_me', { message: '가'.repeat(300) }),
    await call('send_message', { uuid: friend, message }),
    await call('send_message', { uuids: [friend, blocked], message: 'x' }),
    await call('send_message', { uuids: many, message }),
    await call('send_kakao_template', { to: 'me', template }),
    await call('send_kakao_template', { to: [friend, blocked], template }),
    await call('search_kakao_friends', {}),
    await call('search_kakao_friends', { query: '도윤' }),
    await call('check_message', { message: '' }),
  ];
  expect(answers.map(({ isError }) => isError)).toEqual(Array(answers.length).fill(false));
  const failures = [
    await call('send_message', { uuid: blocked, message }),
    await call('send_kakao_template', { to: [blocked], template }),
    ...(await Promise.all(bench.toolset.tools.map(({ name }) => call(name, { wrong: 1 })))),
  ];
  expect(failures.map(({ isError }) => isError)).toEqual(Array(failures.length).fill(true));
});

it('so do those of a dry run, of a book and of a consent that is missing', async () => {
  const dry = await connectLegacy(await createKakaoBench({ env: { JEONBO_DRY_RUN: '1' } }), {});
  for (const input of [{ uuid: 'a' }, { uuids: ['a', 'b'] }])
    expect(await dry('send_message', { ...input, message })).toMatchObject({ isError: false });

  const book = '[{"id":"a","name":"A","kakao_uuid":"friend-1"}]';
  const env = { JEONBO_RECIPIENT_BOOK: 'book.json' };
  const byId = await connectLegacy(await createKakaoBench({ env, book }), {});
  expect(await byId('list_recipients', {})).toMatchObject({ isError: false });
  expect(await byId('send_message', { id: 'a', message })).toMatchObject({ isError: true });

  const consent = async () => origin;
  const scopes = ['profile_nickname'];
  const poor = await connectLegacy(await createKakaoBench({ scopes, context: { consent } }), {});
  for (const name of ['search_kakao_friends', 'send_message_to_me'])
    expect(await poor(name, name === 'send_message_to_me' ? { message } : {})).toMatchObject({
      structuredContent: { error_code: 'CONSENT_REQUIRED', details: { consent_url: origin } },
    });
});
