import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type Asked, type Reply, refuse } from './testing/model-stub.ts';
import { createWorld, type World } from './testing/world.ts';

// The program with the real MCP server for Kakao, the sandbox behind it, and a model on a socket.

const inbox = ({ sandbox }: World) => sandbox.messages().map(({ to, text }) => `${to}: ${text}`);
const toMe = (message: string) => ['send_message_to_me', { message }] as const;

/** What the model was told of its last call. */
function lastResult(asked: Asked | undefined): string {
  const message = asked?.body.messages.at(-1);
  return message?.role === 'tool' ? message.content : '';
}

/** Sends to the friend whom a search found, as a model would read it. */
function sendToFound(message: string): Reply {
  return {
    from(asked) {
      const { result } = JSON.parse(lastResult(asked)) as {
        result: { friends: { uuid: string }[] };
      };
      return { calls: [['send_message', { uuid: result.friends[0]?.uuid, message }]] };
    },
  };
}

describe('a person', () => {
  it('logs in once, asks, and the message is there', async () => {
    const world = await createWorld();
    const { model, environment, file } = world;
    const chat = await world.start();
    model.reply({ text: '보낼게요.', calls: [toMe('회의 3시')] }, { text: '나에게 보냈어요.' });
    chat.type("나에게 '회의 3시' 보내줘");
    await chat.shows(
      /보낼게요\.\n· 나에게 카카오톡 보내기 \{"message":"회의 3시"\}\n {2}결과: 1명/,
    );
    await chat.shows(/나에게 보냈어요/);
    expect(inbox(world)).toEqual(['010-0000-1001: 회의 3시']);
    expect(await chat.end()).toBe(0);

    expect(model.asked[0]?.headers.authorization).toBe(`Bearer ${environment.LLM_API_KEY}`);
    expect(model.asked[0]?.body).toMatchObject({ model: 'HCX-005', max_tokens: 2048 });
    expect(model.asked[0]?.body.tools?.map((tool) => tool.function.name)).toEqual([
      ...['send_message_to_me', 'send_message', 'send_kakao_template'],
      ...['search_kakao_friends', 'check_message'],
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not asked again at the next start', async () => {
    const world = await createWorld();
    await (await world.start()).end();
    const chat = world.chat();
    await chat.shows(/이야기합니다/);
    world.model.reply({ calls: [toMe('하나')] }, { text: '네' });
    chat.type('보내줘');
    await chat.shows(/네/);
    expect(chat.text()).not.toContain('로그인');
    expect(inbox(world)).toHaveLength(1);
  });

  it('may say no, to us or to Kakao', async () => {
    const world = await createWorld();
    for (const decision of ['decline', 'refuse at Kakao'] as const) {
      const chat = world.chat();
      const { page } = await world.open(chat, decision);
      expect(page).toContain('로그인하지 않았습니다');
      expect(await chat.ended).toBe(1);
      expect(chat.text()).toContain('동의해야 카카오톡을 쓸 수 있습니다');
    }
  });

  it('agrees to a friends’ list by a link, and the friend gets the message', async () => {
    const world = await createWorld();
    const chat = await world.start();
    world.model.reply(
      { calls: [['search_kakao_friends', { query: '이도윤' }]] },
      sendToFound('밥 먹자'),
      { text: '보냈어요.' },
    );
    chat.type("이도윤에게 '밥 먹자' 보내줘");
    await chat.shows(/카카오 동의가 더 필요합니다/);
    const { page } = await world.open(chat);
    expect(page).toContain('동의');
    await chat.shows(/Enter/);
    chat.type('');
    await chat.shows(/보냈어요/);
    expect(inbox(world)).toEqual(['010-0000-1002: 밥 먹자']);
  });

  it('may leave the link, and hears so of the model', async () => {
    const world = await createWorld();
    const chat = await world.start();
    world.model.reply({ calls: [['search_kakao_friends', {}]] }, { text: '동의가 필요해요.' });
    chat.type('친구를 찾아줘');
    await chat.shows(/Enter/);
    chat.type('아니요');
    await chat.shows(/동의가 필요해요/);
    expect(lastResult(world.model.asked.at(-1))).toContain('CONSENT_REQUIRED');
  });

  it('is asked before a send, and only a yes is one', async () => {
    const world = await createWorld({ JEONBO_CONFIRM: 'always' });
    const chat = await world.start();
    for (const [answer, sent] of [
      ['아니요', []],
      ['', []],
      ['네', ['010-0000-1001: 회의 3시']],
    ] as const) {
      world.model.reply({ calls: [toMe('회의 3시')] }, { text: `그래요 ${answer}.` });
      chat.type('보내줘');
      await chat.shows(/서버가 확인을 요청합니다[\s\S]*회의 3시[\s\S]*\(예\/아니요\)/);
      chat.type(answer);
      await chat.shows(/그래요/);
      expect(inbox(world)).toEqual(sent);
    }
  });

  it('stops an answer, then the program, by Ctrl-C', async () => {
    const world = await createWorld();
    const chat = await world.start();
    const asked = Promise.withResolvers<void>();
    world.model.reply(() => asked.resolve());
    chat.type('안녕');
    await asked.promise;
    chat.interrupt();
    await chat.shows(/멈췄습니다\.\n.*나> /);
    world.model.reply({ text: '안녕하세요.' });
    chat.type('안녕?');
    await chat.shows(/안녕하세요/);
    await chat.shows(/나> /);
    chat.interrupt();
    expect(await chat.ended).toBe(0);
  });
});

describe('a send that does not arrive', () => {
  it('to nobody’s uuid is a failure', async () => {
    const world = await createWorld();
    const chat = await world.start();
    world.model.reply(
      { calls: [['send_message', { uuid: 'no-such-friend', message: '안녕' }]] },
      { text: '없어요.' },
    );
    chat.type('아무개에게 보내줘');
    await chat.shows(/보내지 못했습니다: [A-Z_]+:/);
    await chat.shows(/없어요/);
    expect(inbox(world)).toEqual([]);
  });

  it('to a friend who blocks it is told', async () => {
    const world = await createWorld();
    const chat = await world.start();
    world.model.reply(
      { calls: [['search_kakao_friends', { query: '최하준' }]] },
      sendToFound('안녕'),
      { text: '보냈어요!' },
    );
    chat.type('최하준에게 보내줘');
    await world.open(chat);
    await chat.shows(/Enter/);
    chat.type('');
    await chat.shows(/보내지 못했습니다: RECIPIENT_BLOCKED/);
    expect(inbox(world)).toEqual([]);
  });

  it('and of which nobody knows is not repeated, whatever the model does', async () => {
    const world = await createWorld();
    const chat = await world.start();
    const { sandbox, model } = world;
    const sends = () =>
      sandbox.exchanges().filter(({ request }) => request.path.includes('/talk/memo/'));
    sandbox.fault({ path: '/v2/api/talk', cut: 'after-read' });
    model.reply(
      { calls: [toMe('회의 3시')] },
      { calls: [toMe('회의 3시'), toMe('회의 세 시')] },
      { text: '모르겠어요.' },
    );
    chat.type('보내줘');
    await chat.shows(/보냈는지 알 수 없습니다/);
    await chat.shows(/모르겠어요/);
    expect(sends()).toHaveLength(1);
  });
});

describe('a login', () => {
  it('is renewed by itself', async () => {
    const world = await createWorld();
    await (await world.start()).end();
    const before = world.login();
    const over = readFileSync(world.file, 'utf8').replaceAll(String(before?.access_token), 'over');
    writeFileSync(world.file, over);
    const chat = world.chat();
    await chat.shows(/이야기합니다/);
    expect(chat.text()).not.toContain('로그인');
    expect(world.login()?.access_token).not.toBe('over');
    expect(world.login()?.refresh_token).not.toBe(before?.refresh_token);
  });

  it('that ends during a chat is asked for, and the call goes on, once', async () => {
    const world = await createWorld();
    const chat = await world.start();
    const before = world.login();
    const other = world.chat({ words: ['--logout'] });
    expect(await other.ended).toBe(0);
    expect(other.text()).toContain('이 컴퓨터와 서버에서 로그인을 지웠습니다');
    world.model.reply({ calls: [toMe('회의 3시')] }, { text: '보냈어요.' });
    chat.type('보내줘');
    await world.open(chat);
    await chat.shows(/보냈어요/);
    expect(inbox(world)).toHaveLength(1);
    expect(world.login()?.access_token).not.toBe(before?.access_token);
  });

  it('that was given back is good for nothing', async () => {
    const world = await createWorld();
    await (await world.start()).end();
    const kept = readFileSync(world.file);
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    onTestFinished(() => warn.mockRestore());
    await world.chat({ words: ['--logout'] }).ended;
    expect(world.login()).toBeUndefined();
    const again = world.chat({ words: ['--logout'] });
    await again.ended;
    expect(again.text()).toContain('로그인한 적이 없습니다');
    // As somebody would who had copied the file before.
    writeFileSync(world.file, kept);
    const chat = world.chat();
    await chat.shows(/로그인이 필요합니다/);
    chat.interrupt();
    expect(await chat.ended).toBe(1);
  });

  it('may be that of a program which is known by its document', async () => {
    const CLIENT_METADATA_URL = 'https://chat.example/client.json';
    const document = {
      client_id: CLIENT_METADATA_URL,
      client_name: '내 채팅',
      redirect_uris: ['http://127.0.0.1/callback'],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      application_type: 'native',
    };
    const world = await createWorld(
      {},
      { fetchClientMetadata: async () => Response.json(document) },
    );
    const chat = world.chat({}, { CLIENT_METADATA_URL });
    await world.open(chat);
    await chat.shows(/이야기합니다/);
    expect(chat.text()).toContain(`client_id=${encodeURIComponent(CLIENT_METADATA_URL)}`);
    world.model.reply({ calls: [toMe('하나')] }, { text: '네' });
    chat.type('보내줘');
    await chat.shows(/네/);
    expect(inbox(world)).toHaveLength(1);
  });
});

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
    expect(inbox(world)).toEqual(['010-0000-1001: 하나']);
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
    expect(inbox(world)).toEqual([]);
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
