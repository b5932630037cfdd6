import type { ServerResponse } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import type { ModelSettings } from '../settings.ts';
import { refuse, sendPieces, startModelStub } from '../testing/model-stub.ts';
import { createModel } from './model.ts';

const apiKey = 'nv-3f1c9a7e5d';
const tools = [
  {
    type: 'function',
    function: { name: 'send', description: '보내기', parameters: { type: 'object' } },
  },
] as const;

async function start(settings: Partial<ModelSettings> = {}) {
  const stub = await startModelStub();
  const model = createModel({
    baseUrl: stub.url,
    model: 'HCX-005',
    apiKey,
    keyName: 'CLOVA_API_KEY',
    maxTokens: 2048,
    ...settings,
  });
  const onText = vi.fn<(piece: string) => void>();
  const stop = new AbortController();
  const messages = [
    { role: 'system', content: '지시' },
    { role: 'user', content: '안녕?' },
  ] as const;
  const ask = () => model({ messages, tools, onText, signal: stop.signal });
  return { ask, onText, stop, stub };
}

const events = (...chunks: object[]) =>
  `${chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join('')}data: [DONE]\n\n`;
const delta = (given: object) => ({ choices: [{ delta: given }] });
const streamed = (text: string) => (response: ServerResponse) => {
  response.setHeader('content-type', 'text/event-stream');
  sendPieces(response, text);
};

describe('an answer', () => {
  it('arrives in pieces', async () => {
    const { ask, onText, stub } = await start();
    stub.reply({ text: '안녕하세요, 무엇을 도와드릴까요?' });
    expect(await ask()).toEqual({
      text: '안녕하세요, 무엇을 도와드릴까요?',
      calls: [],
      isCut: false,
    });
    expect(onText.mock.calls.flat().join('')).toBe('안녕하세요, 무엇을 도와드릴까요?');
    expect(onText.mock.calls.length).toBeGreaterThan(3);
    expect(stub.asked[0]?.headers.authorization).toBe(`Bearer ${apiKey}`);
    expect(stub.asked[0]?.body).toMatchObject({ tool_choice: 'auto', stream: true });
  });

  it('holds several calls, each whole', async () => {
    const { ask, stub } = await start();
    const calls = [
      ['send', { message: '하나' }],
      ['send', { message: '둘' }],
    ] as const;
    stub.reply({ text: '보낼게요.', calls });
    const answer = await ask();
    expect(answer.text).toBe('보낼게요.');
    expect(answer.calls.map((call) => call.function)).toEqual([
      { name: 'send', arguments: '{"message":"하나"}' },
      { name: 'send', arguments: '{"message":"둘"}' },
    ]);
    expect(new Set(answer.calls.map(({ id }) => id)).size).toBe(2);
  });

  it('is read whole where the endpoint does not stream', async () => {
    const { ask, onText, stub } = await start();
    stub.reply((response) => {
      const tool_calls = [{ id: 'a', function: { name: 'send', arguments: { message: '하나' } } }];
      const message = { role: 'assistant', content: null, tool_calls };
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ choices: [{ message, finish_reason: 'tool_calls' }] }));
    });
    expect((await ask()).calls).toEqual([
      { id: 'a', type: 'function', function: { name: 'send', arguments: '{"message":"하나"}' } },
    ]);
    expect(onText).not.toHaveBeenCalled();
  });

  it('is asked for once more, whole, by an endpoint that refuses to stream beside tools', async () => {
    const { ask, stub } = await start();
    stub.reply(refuse(400, { error: { message: 'no stream' } }), { text: '하나' }, { text: '둘' });
    expect((await ask()).text).toBe('하나');
    // It is remembered.
    expect((await ask()).text).toBe('둘');
    expect(stub.asked.map(({ body }) => body.stream)).toEqual([true, false, false]);
  });

  it.each([
    [
      'without an index',
      [
        { id: 'a', function: { name: 'send', arguments: '{"n":' } },
        { function: { arguments: '1}' } },
        { id: 'b', function: { name: 'send', arguments: '{"n":2}' } },
      ],
    ],
    [
      'all of index 0',
      [
        { index: 0, id: 'a', function: { name: 'send', arguments: '{"n":1}' } },
        { index: 0, id: 'b', function: { name: 'send', arguments: '{"n":2}' } },
      ],
    ],
    [
      'with the id in every piece',
      [
        { index: 0, id: 'a', function: { name: 'send', arguments: '{"n":' } },
        { index: 0, id: 'a', function: { name: 'send', arguments: '1}' } },
        { index: 1, id: 'b', function: { name: 'send', arguments: '{"n":2}' } },
      ],
    ],
  ])('may have calls %s', async (_, pieces) => {
    const { ask, stub } = await start();
    stub.reply(streamed(events(...pieces.map((piece) => delta({ tool_calls: [piece] })))));
    expect((await ask()).calls.map((call) => [call.id, call.function.arguments])).toEqual([
      ['a', '{"n":1}'],
      ['b', '{"n":2}'],
    ]);
  });

  it('says when it was cut', async () => {
    const { ask, stub } = await start();
    stub.reply({ text: '옛날 옛적에', finish: 'length' });
    expect(await ask()).toMatchObject({ isCut: true });
  });
});

describe('a failure is told in words', () => {
  it.each([
    [refuse(401, { status: { code: '40100', message: 'Unauthorized' } }), /CLOVA_API_KEY.*"Unauth/],
    [refuse(403), /CLOVA_API_KEY/],
    [refuse(429, {}, { 'retry-after': '20' }), /20초 뒤/],
    [refuse(429), /잠시 뒤/],
    [refuse(404, { error: { message: 'no such model' } }), /LLM_MODEL.*"no such model"/],
    [refuse(500, { error: 'oops' }), /\(500\).*"oops"/],
    [refuse(503), /\(503\)/],
    // To itself: followed, it would be asked again.
    [refuse(307, {}, { location: '/v1/chat/completions' }), /연결할 수 없습니다/],
    [streamed('data: {"error":{"message":"overloaded"}}\n\n'), /읽을 수 없습니다/],
    [streamed('data: <html>\n\n'), /읽을 수 없습니다/],
    [streamed(events(delta({ content: '안' })).replace(/data: \[DONE\]\s*/, '')), /끊겼습니다/],
    [(response: ServerResponse) => response.end('<html>'), /읽을 수 없습니다/],
    [(response: ServerResponse) => response.end('{}'), /읽을 수 없습니다/],
    [(response: ServerResponse) => void response.destroy(), /연결할 수 없습니다/],
  ])('%#: %s', async (reply, words) => {
    const { ask, stub } = await start();
    stub.reply(reply);
    await expect(ask()).rejects.toThrow(words);
    expect(stub.asked).toHaveLength(1);
  });

  it('a wrong request is refused twice, streamed and whole', async () => {
    const { ask, stub } = await start();
    stub.reply(refuse(400), refuse(400, { error: { message: 'bad model' } }));
    await expect(ask()).rejects.toThrow(/\(400\).*"bad model"/);
  });

  it('without the key that the endpoint repeats', async () => {
    const { ask, stub } = await start();
    stub.reply(refuse(401, { error: { message: `Incorrect API key: ${apiKey}` } }));
    await expect(ask()).rejects.toThrow(/"Incorrect API key: \*\*\*"/);
  });

  it('where nobody listens', async () => {
    const { ask } = await start({ baseUrl: 'http://127.0.0.1:9/v1' });
    await expect(ask()).rejects.toThrow(/연결할 수 없습니다: http:\/\/127\.0\.0\.1:9/);
  });
});

it('stops when it is told to', async () => {
  const { ask, stop, stub } = await start();
  stub.reply((response) => {
    response.setHeader('content-type', 'text/event-stream');
    response.write('data: {}\n\n');
    stop.abort();
  });
  await expect(ask()).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
});
