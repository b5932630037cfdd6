import { expect, it } from 'vitest';
import { createKakaoServer } from '../../src/index.ts';
import { callOf, initialize, startRaw } from '../support/run.ts';
import { clientSecret, createWorld, without } from '../support/world.ts';
import { logIn, tokensOf } from './support.ts';

const message = '내일 세 시에 만나요.';

it('serves a program that embeds it, by the environment it was given alone', async () => {
  process.env.KAKAO_CLIENT_ID = 'kakao-test-app';
  process.env.KAKAO_ACCOUNT = 'work';
  try {
    await using world = await createWorld();
    await logIn(world);
    const bare = createKakaoServer({ environment: without(world, 'KAKAO_CLIENT_ID') });
    const refused = await bare.callTool('send_message_to_me', { message });
    await bare.close();
    expect(refused).toMatchObject({
      isError: true,
      content: { error_code: 'MISSING_CREDENTIALS', details: { field: 'KAKAO_CLIENT_ID' } },
    });
    const server = createKakaoServer({
      environment: world.environment,
      fetch: world.sandbox.fetch,
    });
    const answer = await server.callTool('send_message_to_me', { message });
    await server.close();
    expect(answer).toMatchObject({ isError: false, content: { success: true } });
    expect(world.sandbox.messages()).toHaveLength(1);
  } finally {
    delete process.env.KAKAO_CLIENT_ID;
    delete process.env.KAKAO_ACCOUNT;
  }
});

it('asks a person before every send where it has to, and lets nothing leave in a dry run', async () => {
  await using world = await createWorld({ JEONBO_CONFIRM: 'always' });
  await logIn(world);
  const server = createKakaoServer({ environment: world.environment });
  const questions: string[] = [];
  const answers = [false, true];
  const confirm = async (question: string) => {
    questions.push(question);
    return answers[questions.length - 1] ?? false;
  };
  const call = () => server.callTool('send_message_to_me', { message }, { confirm });
  expect(await call()).toMatchObject({ content: { confirm_token: expect.any(String) } });
  expect(world.sandbox.messages()).toHaveLength(0);
  expect(await call()).toMatchObject({ content: { success: true } });
  await server.close();
  expect(questions[0]).toContain(message);
  expect(world.sandbox.messages()).toHaveLength(1);

  const dry = createKakaoServer({ environment: { ...world.environment, JEONBO_DRY_RUN: '1' } });
  const nothing = await dry.callTool('send_message_to_me', { message: '다른 글입니다.' });
  await dry.close();
  expect(nothing).toMatchObject({ content: { success: true, dry_run: true } });
  expect(world.sandbox.messages()).toHaveLength(1);
});

it('writes protocol alone to stdout and neither token nor text to its log', async () => {
  await using world = await createWorld({ LOG_LEVEL: 'debug' });
  await logIn(world);
  const server = startRaw(world.environment, 'kakao');
  server.send(initialize);
  server.send(callOf(1, 'send_message_to_me', { message }));
  server.send(callOf(2, 'search_kakao_friends', {}));
  server.send(callOf(3, 'send_message_to_me', { message: `비밀은 ${clientSecret}` }));
  for (const id of [0, 1, 2, 3]) await server.answer(id);
  server.child.stdin.end();
  expect(await server.exit).toBe(0);
  for (const line of server.lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
  for (const line of server.log) expect(JSON.parse(line)).toHaveProperty('event');
  const { accessToken = '', refreshToken } = (await tokensOf(world, '3000000001')) ?? {};
  const everything = [...server.lines, ...server.log].join('\n');
  for (const secret of [accessToken, String(refreshToken), clientSecret])
    expect(everything).not.toContain(secret);
  expect(server.log.join('\n')).not.toMatch(/세 시|김서연/);
  expect(world.sandbox.messages()).toHaveLength(1);
});

it('says in its log what is missing, and serves on', async () => {
  await using world = await createWorld();
  const server = startRaw(without(world, 'KAKAO_CLIENT_ID'), 'kakao');
  server.send(initialize);
  await server.answer(0);
  const missing = JSON.parse(await server.logged('KAKAO_CLIENT_ID'));
  expect(missing).toMatchObject({ level: 'warn', setting: 'KAKAO_CLIENT_ID' });
  server.child.stdin.end();
  expect(await server.exit).toBe(0);
});
