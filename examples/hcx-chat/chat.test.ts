import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { refuse } from './testing/model-stub.ts';
import { createWorld } from './testing/world.ts';

const toMe = (message: string) => ['send_message_to_me', { message }] as const;

describe('as a program', () => {
  /** As the README starts it, with a pipe in the person's place. */
  async function run(settings: Readonly<Record<string, string>>, input = '', words: string[] = []) {
    const child = spawn(process.execPath, [`${import.meta.dirname}/chat.ts`, ...words], {
      env: { PATH: process.env.PATH, NODE_NO_WARNINGS: '1', ...settings },
    });
    child.stdin.end(input);
    const [stdout, stderr, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    return { code, stdout, stderr };
  }

  it('answers one question a line', async () => {
    const world = await createWorld();
    await (await world.start()).end();
    const { model, environment } = world;
    model.reply({ calls: [toMe('하나')] }, { text: '보냈어요.' }, { text: '천만에요.' });
    const { code, stdout, stderr } = await run(environment, '하나 보내줘\n\n고마워');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/보냈어요\.\n천만에요\.\n$/);
    expect(world.inbox()).toEqual(['010-0000-1001: 하나']);
    expect(stdout).not.toContain(environment.LLM_API_KEY);
  });

  it('agrees to nothing in a person’s place, and shows the link for later', async () => {
    const world = await createWorld({ JEONBO_CONFIRM: 'always' });
    await (await world.start()).end();
    world.model.reply({ calls: [toMe('하나')] }, { text: '그래요.' });
    world.model.reply({ calls: [['search_kakao_friends', {}]] }, { text: '네.' });
    const { code, stdout } = await run(world.environment, '보내줘\n친구\n');
    expect(code).toBe(0);
    expect(stdout).toContain('확인할 사람이 없어 진행하지 않았습니다');
    expect(stdout).toMatch(/열리는 곳: 127\.0\.0\.1:\d+\n\n {2}http\S+\/oauth\/authorize\?/);
    expect(world.inbox()).toEqual([]);
  });

  it('says what is missing, before anything else', async () => {
    expect(await run({})).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/CLOVA_API_KEY.*clovastudio\.ncloud\.com/),
    });
    expect(await run({}, '', ['--log-out'])).toMatchObject({ code: 1 });
    expect(await run({}, '', ['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('CLOVA_API_KEY'),
    });
  });

  it('says where no server is, and what a model’s server refuses', async () => {
    const CLOVA_API_KEY = 'nv-1';
    expect(await run({ CLOVA_API_KEY, MCP_URL: 'http://127.0.0.1:9/mcp' })).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/http:\/\/127\.0\.0\.1:9\/mcp.*MCP_URL/),
    });
    const world = await createWorld();
    await (await world.start()).end();
    world.model.reply(refuse(401, { error: { message: 'no' } }), { text: '이제 돼요.' });
    const { code, stdout } = await run(world.environment, '안녕\n안녕?\n');
    expect(code).toBe(0);
    expect(stdout).toMatch(/LLM_API_KEY가 맞는지[\s\S]*이제 돼요/);
  });
});
