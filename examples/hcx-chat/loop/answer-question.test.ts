import type { CallToolResult, Tool } from '@modelcontextprotocol/client';
import { describe, expect, it, vi } from 'vitest';
import { createModel } from '../model/model.ts';
import { createFakeTerminal } from '../testing/fake-terminal.ts';
import { refuse, startModelStub } from '../testing/model-stub.ts';
import { createToolbox, type ToolServer } from '../tools/toolbox.ts';
import { answerQuestion } from './answer-question.ts';
import { createHistory } from './history.ts';

const tool = (name: string, readOnlyHint: boolean): Tool => ({
  name,
  title: `${name}!`,
  inputSchema: { type: 'object', properties: { message: { type: 'string' } } },
  annotations: { readOnlyHint },
});

const sent: CallToolResult = {
  content: [{ type: 'text', text: '보냈습니다.' }],
  structuredContent: { success: true, sent_count: 1 },
};
const inDoubt: CallToolResult = {
  content: [{ type: 'text', text: 'DELIVERY_UNKNOWN' }],
  structuredContent: { success: false, error_code: 'DELIVERY_UNKNOWN' },
  isError: true,
};

async function start(...answers: string[]) {
  const stub = await startModelStub();
  const call = vi.fn<ToolServer['call']>(async () => sent);
  const { terminal, lines } = createFakeTerminal(...answers);
  const model = createModel({
    baseUrl: stub.url,
    model: 'HCX-005',
    apiKey: 'nv-key',
    keyName: 'CLOVA_API_KEY',
    maxTokens: 2048,
  });
  const tools = [tool('send', false), tool('search', true)];
  const toolbox = createToolbox({ tools, call }, terminal);
  const history = createHistory('지시');
  const stop = new AbortController();
  const ask = (question: string) =>
    answerQuestion(question, { model, toolbox, terminal, history }, stop.signal);
  /** What the model was last told of its calls. */
  const results = () =>
    (stub.asked.at(-1)?.body.messages ?? []).flatMap((message) =>
      message.role === 'tool' ? [JSON.parse(message.content) as Record<string, unknown>] : [],
    );
  return { ask, call, history, lines, results, stop, stub, shown: () => lines.join('\n') };
}

const send = (message: string) => ['send', { message }] as const;

describe('what the model asks for', () => {
  it('is done, one after the other, and handed back as data', async () => {
    const { ask, call, results, shown, stub } = await start();
    stub.reply({ calls: [['search', {}], send('회의 3시')] }, { text: '보냈어요.' });
    await ask("'회의 3시' 보내줘");
    expect(call.mock.calls.map(([name, given]) => [name, given])).toEqual([
      ['search', {}],
      ['send', { message: '회의 3시' }],
    ]);
    expect(results()).toEqual([
      { outcome: '성공', result: sent.structuredContent },
      { outcome: '성공', result: sent.structuredContent },
    ]);
    expect(shown()).toContain('· send! {"message":"회의 3시"}\n  결과: 보냈습니다.');
    expect(shown().replaceAll('\n', '')).toContain('보냈어요.');
  });

  it.each([
    ['전송', '{}', /라는 도구는 없습니다. 있는 도구: send, search/],
    ['send', '{"message": "회의', /JSON 객체가 아닙니다/],
    ['send', '["회의"]', /JSON 객체가 아닙니다/],
    ['send', '"회의"', /JSON 객체가 아닙니다/],
    ['send', { message: '회의', confirm_token: 'abc' }, /확인은 사용자만/],
  ])(
    'is not called where it is wrong, and the model hears why: %s %j',
    async (name, given, why) => {
      const { ask, call, results, stub } = await start();
      stub.reply({ calls: [[name, given]] }, { calls: [send('회의')] }, { text: '네' });
      await ask('보내줘');
      expect(results()[0]).toEqual({ error: expect.stringMatching(why) });
      expect(call).toHaveBeenCalledOnce();
    },
  );

  it('ends after some rounds', async () => {
    const { ask, call, shown, stub } = await start();
    stub.reply(...Array.from({ length: 8 }, () => ({ calls: [['search', {}]] as const })));
    await ask('찾아줘');
    expect(call).toHaveBeenCalledTimes(8);
    expect(shown()).toContain('8번까지만');
    stub.reply({ text: '네' });
    await ask('계속해');
  });

  it('is asked of the person where many sends come of one question', async () => {
    const { ask, call, results, shown, stub } = await start('예', '아니요');
    const calls = ['하나', '둘', '셋', '넷', '다섯'].map(send);
    stub.reply({ calls }, { text: '네' });
    await ask('모두에게 보내줘');
    expect(call).toHaveBeenCalledTimes(4);
    expect(shown()).toContain('벌써 4번 보냈습니다');
    expect(results()[4]).toEqual({ error: expect.stringContaining('동의하지 않았습니다') });
    // The next question counts anew.
    stub.reply({ calls: [send('여섯')] }, { text: '네' });
    await ask('하나 더');
    expect(call).toHaveBeenCalledTimes(5);
  });

  it('is no longer than the model can read', async () => {
    const { ask, call, stub } = await start();
    call.mockResolvedValue({ content: [{ type: 'text', text: '가'.repeat(50_000) }] });
    stub.reply({ calls: [['search', {}]] }, { text: '네' });
    await ask('찾아줘');
    expect(JSON.stringify(stub.asked[1]?.body.messages).length).toBeLessThan(9_000);
  });
});

describe('a send that nobody knows the end of', () => {
  it.each([
    ['by its result', async () => inDoubt],
    ['by no result', () => Promise.reject(new Error('socket hang up'))],
  ])('is told, %s, and not repeated', async (_, outcome) => {
    const { ask, call, results, shown, stub } = await start('아니요', '예');
    call.mockImplementationOnce(outcome);
    stub.reply(
      { calls: [send('회의'), send('회의 3시')] },
      { calls: [send('회의')] },
      { text: '네' },
    );
    await ask('보내줘');
    expect(call).toHaveBeenCalledOnce();
    expect(shown()).toContain('보냈는지 알 수 없습니다');
    expect(results()[0]).toMatchObject({ outcome: expect.stringContaining('절대 다시') });
    expect(results().slice(1)).toEqual([
      { error: expect.stringContaining('더 보내지 않습니다') },
      { error: expect.stringContaining('더 보내지 않습니다') },
    ]);

    // The person may want it all the same, but is asked.
    stub.reply(
      { calls: [send('회의')] },
      { text: '네' },
      { calls: [send('회의')] },
      { text: '네' },
    );
    await ask('다시 보내줘');
    expect(call).toHaveBeenCalledOnce();
    await ask('정말이야');
    expect(call).toHaveBeenCalledTimes(2);
    expect(shown()).toContain('두 번 갈 수 있습니다');
  });

  it('may be followed by reading', async () => {
    const { ask, call, stub } = await start();
    call.mockResolvedValueOnce(inDoubt);
    stub.reply({ calls: [send('회의'), ['search', {}]] }, { text: '네' });
    await ask('보내줘');
    expect(call).toHaveBeenCalledTimes(2);
  });
});

describe('a failure', () => {
  it('of a send is told by the program, whatever the model says', async () => {
    const { ask, call, results, shown, stub } = await start();
    const text = 'BLOCKED: 받는 사람이 차단했습니다.';
    const structuredContent = { success: false, error_code: 'BLOCKED' };
    call.mockResolvedValue({ content: [{ type: 'text', text }], structuredContent, isError: true });
    stub.reply({ calls: [send('회의')] }, { text: '잘 보냈어요!' });
    await ask('보내줘');
    expect(shown()).toContain(`보내지 못했습니다: ${text}`);
    expect(results()).toEqual([
      { outcome: expect.stringContaining('실패'), result: structuredContent },
    ]);
  });

  it('of the model after a send leaves the send in the history', async () => {
    const { ask, history, shown, stub } = await start();
    stub.reply({ calls: [send('회의')] }, refuse(503));
    await ask('보내줘');
    expect(shown()).toContain('모델 서버에 문제가 있습니다(503)');
    expect(history.messages().map(({ role }) => role)).toEqual([
      ...['system', 'user', 'assistant', 'tool', 'assistant'],
    ]);
    stub.reply({ text: '이미 보냈어요.' });
    await ask('보냈어?');
    expect(JSON.stringify(stub.asked.at(-1)?.body.messages)).toContain('call_send_0');
  });

  it('to say anything is told', async () => {
    const { ask, shown, stub } = await start();
    stub.reply({ text: ' ' }, { text: '네' });
    await ask('안녕');
    expect(shown()).toContain('빈 답');
    await ask('안녕?');
  });

  it('to say everything is told', async () => {
    const { ask, shown, stub } = await start();
    stub.reply({ text: '옛날에', finish: 'length' });
    await ask('이야기해 줘');
    expect(shown()).toContain('잘렸습니다');
  });
});

describe('Ctrl-C', () => {
  it('stops the model', async () => {
    const { ask, shown, stop, stub } = await start();
    stub.reply(() => stop.abort());
    await ask('안녕');
    expect(shown()).toContain('멈췄습니다');
  });

  it('during a send leaves it unknown and begins no other', async () => {
    const { ask, call, history, shown, stop, stub } = await start();
    call.mockImplementationOnce(async () => {
      stop.abort();
      throw stop.signal.reason;
    });
    stub.reply({ calls: [send('하나'), ['search', {}]] });
    await ask('보내줘');
    expect(call).toHaveBeenCalledOnce();
    expect(shown()).toContain('보냈는지 알 수 없습니다');
    expect(history.messages().at(-1)).toEqual({ role: 'assistant', content: '(멈췄습니다.)' });
  });
});

it('shows no escape sequence of a message', async () => {
  const { ask, shown, stub } = await start();
  stub.reply({ calls: [send('회의\u001b[2K\u202e')] }, { text: '네' });
  await ask('보내줘');
  expect(shown()).toContain('회의');
  // JSON writes the first one out by itself; the second stands for itself.
  for (const mark of ['\u001b', '\u202e']) expect(shown()).not.toContain(mark);
});
