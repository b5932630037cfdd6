import { describe, expect, it } from 'vitest';
import { createBench, people, sms } from '../testing/bench.ts';
import type { PersonReply, ToolAnswer } from '../tool.ts';

const many = sms({ recipients: people(11), message: '안녕하세요' });
const tokenOf = ({ structuredContent }: { structuredContent: Readonly<Record<string, unknown>> }) =>
  String(structuredContent.confirm_token);

describe('a confirmation by token', () => {
  it('is asked above ten recipients, with a summary', async () => {
    const { call, sandbox, audit } = createBench();
    const result = await call('send_sms', many);
    expect(result).toMatchObject({
      isError: false,
      structuredContent: {
        success: false,
        confirmation_required: true,
        confirm_token: expect.any(String),
        expires_in_seconds: 600,
        sent_count: 0,
        summary: { recipients: 11, kind: 'SMS', bytes: 10, estimated_parts: 11 },
      },
    });
    expect(result.text).toContain(tokenOf(result));
    const { sample } = result.structuredContent.summary as { sample: string[] };
    expect(sample).toHaveLength(10);
    expect(sample[0]).toBe('010-****-0000');
    expect(sandbox.exchanges()).toEqual([]);
    expect(audit.events).toMatchObject([{ event: 'blocked', recipients: 11 }]);
  });

  it('lets the send pass once', async () => {
    const { call, sandbox } = createBench({ env: { JEONBO_DUPLICATE_WINDOW: '0' } });
    const confirm_token = tokenOf(await call('send_sms', many));
    const sent = await call('send_sms', { ...many, confirm_token });
    expect(sent.structuredContent).toMatchObject({ success: true, sent_count: 11 });
    const again = await call('send_sms', { ...many, confirm_token });
    expect(again.structuredContent).toMatchObject({ confirmation_required: true });
    expect(sandbox.messages()).toHaveLength(11);
  });

  it('does not stretch to another content', async () => {
    const { call, sandbox } = createBench();
    const confirm_token = tokenOf(await call('send_sms', many));
    for (const change of [
      { message: '다른 내용' },
      { recipients: people(12) },
      { callback_number: '02-9999-0000' },
      { project_id: '11111111-2222-4333-8444-555555555555' },
    ]) {
      const result = await call('send_sms', { ...many, ...change, confirm_token });
      expect(result.structuredContent).toMatchObject({ confirmation_required: true });
    }
    expect(sandbox.exchanges()).toEqual([]);
    expect(await call('send_sms', { ...many, confirm_token })).toMatchObject({
      structuredContent: { sent_count: 11 },
    });
  });

  it('holds whatever the order of the arguments', async () => {
    const { call } = createBench();
    const confirm_token = tokenOf(await call('send_sms', many));
    const turned = Object.fromEntries(Object.entries({ ...many, confirm_token }).reverse());
    expect(await call('send_sms', turned)).toMatchObject({ structuredContent: { sent_count: 11 } });
  });

  it('ends after ten minutes', async () => {
    const { call, clock } = createBench();
    const confirm_token = tokenOf(await call('send_sms', many));
    clock.advance(10 * 60_000);
    const late = await call('send_sms', { ...many, confirm_token });
    expect(late.structuredContent).toMatchObject({ confirmation_required: true });
  });

  it('is not asked for ten recipients, nor where it is off', async () => {
    const ten = createBench();
    expect(await ten.call('send_sms', sms({ recipients: people(10) }))).toMatchObject({
      structuredContent: { sent_count: 10 },
    });
    const off = createBench({ env: { JEONBO_CONFIRM: 'never' } });
    expect(await off.call('send_sms', many)).toMatchObject({
      structuredContent: { sent_count: 11 },
    });
  });

  it('is always asked where the operator says so', async () => {
    const { call } = createBench({ env: { JEONBO_CONFIRM: 'always' }, language: 'ko' });
    const result = await call('send_sms', sms());
    expect(result.structuredContent).toMatchObject({ confirmation_required: true });
    expect(result.text).toMatch(/아직 보내지 않았습니다/);
  });

  it('a made-up token opens nothing', async () => {
    const { call, sandbox } = createBench();
    await call('send_sms', { ...many, confirm_token: 'please' });
    expect(sandbox.exchanges()).toEqual([]);
  });
});

describe('a confirmation by the person', () => {
  const ask = async (
    bench: ReturnType<typeof createBench>,
    input: unknown,
    reply?: Omit<PersonReply, 'to'> & Partial<PersonReply>,
  ) => {
    const tool = bench.toolset.tools.find(({ name }) => name === 'send_sms');
    const person = {
      canBeAsked: true,
      ...(reply && { reply: { to: 'question' as const, ...reply } }),
    };
    const answer = await tool?.run(input, bench.context, { progress: () => {}, person });
    if (!answer) throw new Error('no tool');
    return answer;
  };
  const stateOf = (answer: ToolAnswer) => ('question' in answer ? answer.question.state : '');

  it('is not what a person did with a link', async () => {
    const bench = createBench();
    const state = stateOf(await ask(bench, many));
    const opened = { to: 'link', state, agreed: true } as const;
    expect(await ask(bench, many, opened)).toHaveProperty('question');
    expect(await ask(bench, many, { ...opened, agreed: false })).toHaveProperty('question');
    expect(bench.sandbox.exchanges()).toEqual([]);
  });

  it('is good once, so a reply that is sent again asks again', async () => {
    const bench = createBench({ env: { JEONBO_DUPLICATE_WINDOW: '0' } });
    const state = stateOf(await ask(bench, many));
    expect(await ask(bench, many, { state, agreed: true })).toMatchObject({
      data: { sent_count: 11 },
    });
    expect(await ask(bench, many, { state, agreed: true })).toHaveProperty('question');
    expect(bench.sandbox.messages()).toHaveLength(11);
  });

  it('does not stretch to another content', async () => {
    const bench = createBench();
    const state = stateOf(await ask(bench, many));
    const changed = { ...many, message: 'other' };
    expect(await ask(bench, changed, { state, agreed: true })).toHaveProperty('question');
    expect(bench.sandbox.exchanges()).toEqual([]);
  });

  it('a no ends it, and the yes to the same question comes too late', async () => {
    const bench = createBench();
    const state = stateOf(await ask(bench, many));
    await expect(ask(bench, many, { state, agreed: false })).rejects.toMatchObject({
      code: 'CONFIRMATION_DECLINED',
    });
    expect(await ask(bench, many, { state, agreed: true })).toHaveProperty('question');
    expect(bench.sandbox.exchanges()).toEqual([]);
  });

  it('its state is no token for an agent', async () => {
    const bench = createBench();
    const confirm_token = stateOf(await ask(bench, many));
    expect(await ask(bench, { ...many, confirm_token })).toHaveProperty('question');
    expect(bench.sandbox.exchanges()).toEqual([]);
  });

  it('shows the text and masked numbers', async () => {
    const bench = createBench({ language: 'ko' });
    const answer = await ask(bench, many);
    expect('question' in answer && answer.question.message).toMatchInlineSnapshot(`
      "11명에게 보낼까요? (SMS, 10바이트, 약 11건)
      받는 사람: 010-****-0000, 010-****-0001, 010-****-0002, 010-****-0003, 010-****-0004, 010-****-0005, 010-****-0006, 010-****-0007, 010-****-0008, 010-****-0009 …
      발신번호: 02-1234-5678
      내용: 안녕하세요"
    `);
  });
});
