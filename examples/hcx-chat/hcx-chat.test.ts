import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Asked, Reply } from './testing/model-stub.ts';
import { createWorld } from './testing/world.ts';

// The program with the real MCP server for Kakao, the sandbox behind it, and a model on a socket.

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
    expect(world.inbox()).toEqual(['010-0000-1001: 회의 3시']);
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
    expect(world.inbox()).toHaveLength(1);
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
    expect(world.inbox()).toEqual(['010-0000-1002: 밥 먹자']);
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
      expect(world.inbox()).toEqual(sent);
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
    expect(world.inbox()).toEqual([]);
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
    expect(world.inbox()).toEqual([]);
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
