import { Client as ModernClient } from '@modelcontextprotocol/client';
import { Client as LegacyClient } from '@modelcontextprotocol/sdk/client/index.js';
import { ElicitRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { InMemoryTransport } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { describe, expect, it } from 'vitest';
import { createMcpServer } from './bind.ts';
import { apiKey, type BenchOptions, createBench, people, sms } from './testing/bench.ts';

type Answer = { action: 'accept' | 'decline' | 'cancel'; content?: Record<string, boolean> };

const yes: Answer = { action: 'accept', content: { confirm: true } };
const many = sms({ recipients: people(11) });

interface ConnectOptions extends BenchOptions {
  /** Left out: the client cannot ask anybody. */
  readonly answer?: (message: string) => Answer;
}

function serve(options: ConnectOptions) {
  const bench = createBench(options);
  const { toolset, context } = bench;
  const [serverSide, clientSide] = InMemoryTransport.createLinkedPair();
  serveStdio(() => createMcpServer({ toolset, context, name: 'baas', version: '1.0.0' }), {
    transport: serverSide,
  });
  return { bench, clientSide };
}

/** 2025-era hosts. */
async function connectLegacy(options: ConnectOptions = {}) {
  const { answer } = options;
  const { bench, clientSide } = serve(options);
  const capabilities = answer ? { elicitation: {} } : {};
  const client = new LegacyClient({ name: 'old', version: '1' }, { capabilities });
  if (answer) client.setRequestHandler(ElicitRequestSchema, ({ params }) => answer(params.message));
  await client.connect(clientSide as Parameters<typeof client.connect>[0]);
  return { client, ...bench };
}

/** 2026-07-28 hosts. */
async function connectModern(options: ConnectOptions = {}) {
  const { answer } = options;
  const { bench, clientSide } = serve(options);
  const capabilities = answer ? { elicitation: { form: {} } } : {};
  const client = new ModernClient(
    { name: 'new', version: '1' },
    { capabilities, versionNegotiation: { mode: 'auto' } },
  );
  if (answer)
    client.setRequestHandler('elicitation/create', ({ params }) => answer(params.message));
  await client.connect(clientSide as Parameters<typeof client.connect>[0]);
  return { client, ...bench };
}

describe.each([
  ['2025', connectLegacy],
  ['2026', connectModern],
] as const)('a client of %s', (era, connect) => {
  it('lists the tools in a fixed order', async () => {
    const { client } = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'send_sms',
      'send_mms',
      'get_message_status',
      'get_send_history',
      'check_message',
    ]);
    for (const tool of tools) {
      expect(Object.keys(tool.annotations ?? {})).toHaveLength(4);
      expect(tool.outputSchema).toBeDefined();
      expect(tool.title).toBeTruthy();
    }
  });

  it('gets structured content that fits the schema, and a text', async () => {
    const { client } = await connect();
    await client.listTools();
    const result = await client.callTool({ name: 'send_sms', arguments: sms() });
    expect(result).toMatchObject({
      isError: false,
      structuredContent: { success: true, sent_count: 1 },
    });
    expect(result.content).toMatchObject([
      { type: 'text', text: expect.stringContaining('Accepted') },
    ]);
  });

  it('gets a failure with a code for a wrong parameter', async () => {
    const { client } = await connect();
    await client.listTools();
    const result = await client.callTool({ name: 'send_sms', arguments: sms({ recipients: [] }) });
    expect(result).toMatchObject({
      isError: true,
      structuredContent: { success: false, error_code: 'INVALID_RECIPIENTS_COUNT' },
    });
  });

  it('asks the person, and sends once they agreed', async () => {
    const asked: string[] = [];
    const answer = (message: string) => {
      asked.push(message);
      return yes;
    };
    const { client, sandbox } = await connect({ answer });
    const result = await client.callTool({ name: 'send_sms', arguments: many });
    expect(result.structuredContent).toMatchObject({ success: true, sent_count: 11 });
    expect(sandbox.messages()).toHaveLength(11);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('Send to 11 people');
    expect(asked[0]).toContain('Hello');
    expect(asked[0]).not.toContain('010-1000');
  });

  it.each([
    ['declines', { action: 'decline' }],
    ['closes the question', { action: 'cancel' }],
    ['leaves the box empty', { action: 'accept', content: { confirm: false } }],
  ] as [string, Answer][])('sends nothing where the person %s', async (_, answer) => {
    const { client, sandbox, audit } = await connect({ answer: () => answer });
    const result = await client.callTool({ name: 'send_sms', arguments: many });
    expect(result).toMatchObject({
      isError: true,
      structuredContent: { error_code: 'CONFIRMATION_DECLINED' },
    });
    expect(sandbox.exchanges()).toEqual([]);
    expect(audit.events.at(-1)).toMatchObject({ event: 'blocked', code: 'CONFIRMATION_DECLINED' });
  });

  it('hands out a token where nobody can be asked', async () => {
    const { client, sandbox } = await connect();
    const held = await client.callTool({ name: 'send_sms', arguments: many });
    const { confirm_token } = held.structuredContent as { confirm_token: string };
    expect(held).toMatchObject({
      isError: false,
      structuredContent: { confirmation_required: true },
    });
    expect(sandbox.exchanges()).toEqual([]);
    const sent = await client.callTool({ name: 'send_sms', arguments: { ...many, confirm_token } });
    expect(sent.structuredContent).toMatchObject({ success: true, sent_count: 11 });
  });

  it('reports progress', async () => {
    const { client } = await connect({ env: { JEONBO_CONFIRM: 'never' } });
    const steps: unknown[] = [];
    const onprogress = (step: unknown) => steps.push(step);
    const request = { name: 'send_sms', arguments: many };
    await (era === '2025'
      ? (client as LegacyClient).callTool(request, undefined, { onprogress })
      : (client as ModernClient).callTool(request, { onprogress }));
    // The last step may be overtaken by the result: the client then no longer listens.
    expect(steps[0]).toMatchObject({ progress: 0, total: 11, message: 'Checked, sending' });
  });

  it('cancels the request to the provider', async () => {
    const started = Promise.withResolvers<AbortSignal>();
    const { client } = await connect({
      fetch: (input, init) => {
        const signal = init?.signal ?? (input as Request).signal;
        started.resolve(signal);
        return new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      },
    });
    const controller = new AbortController();
    const request = { name: 'send_sms', arguments: sms() };
    const options = { signal: controller.signal };
    const call = (
      era === '2025'
        ? (client as LegacyClient).callTool(request, undefined, options)
        : (client as ModernClient).callTool(request, options)
    ).catch(() => 'canceled');
    const signal = await started.promise;
    const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve));
    controller.abort();
    await aborted;
    expect(await call).toBe('canceled');
  });

  it('speaks Korean', async () => {
    const { client } = await connect({ language: 'ko' });
    const { tools } = await client.listTools();
    expect(tools[0]?.title).toBe('문자(SMS) 보내기');
    expect(client.getInstructions()).toContain('국내 문자');
    const result = await client.callTool({ name: 'send_sms', arguments: sms({ message: ' ' }) });
    expect(result.structuredContent).toMatchObject({ error: '메시지 내용이 비어 있습니다.' });
  });

  it('reads prompts and resources', async () => {
    const { client } = await connect();
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual([
      'sms_verification',
      'order_notification',
      'delivery_status_endpoint',
      'campaign_dashboard',
    ]);
    const prompt = await client.getPrompt({
      name: 'sms_verification',
      arguments: { language: 'ko', framework: 'express' },
    });
    expect(JSON.stringify(prompt.messages)).toContain('문자 인증을 구현하세요');
    const complete = await client.complete({
      ref: { type: 'ref/prompt', name: 'sms_verification' },
      argument: { name: 'framework', value: 'n' },
    });
    expect(complete.completion.values).toEqual(['nextjs']);

    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([
      'jeonbo://errors',
      'jeonbo://guard',
      ...['verification', 'order_confirmed', 'order_shipped', 'appointment', 'advertisement'].map(
        (name) => `jeonbo://templates/${name}`,
      ),
    ]);
    const { contents } = await client.readResource({ uri: 'jeonbo://templates/verification' });
    expect(contents).toMatchObject([
      { mimeType: 'text/plain', text: expect.stringContaining('#{code}') },
    ]);
    await expect(client.readResource({ uri: 'jeonbo://templates/none' })).rejects.toThrow(
      /not found/i,
    );
  });
});

describe.each([
  ['2025', connectLegacy],
  ['2026', connectModern],
] as const)('a failure of a prompt or resource (client of %s)', (_, connect) => {
  it('says what was not found', async () => {
    const { client } = await connect();
    await expect(client.readResource({ uri: 'jeonbo://templates/none' })).rejects.toThrow(
      /not found/i,
    );
  });

  it('says what would be right', async () => {
    const { client } = await connect();
    const request = { name: 'sms_verification', arguments: { framework: 'django' } };
    await expect(client.getPrompt(request)).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining('express, nextjs'),
    });
  });

  it('quotes the provider, capped and masked', async () => {
    const message = `010-5555-6666 ${apiKey} ${'x'.repeat(500)}`;
    const body = { success: false, message, error_code: 'UNAUTHORIZED' };
    const fetch = async () => Response.json(body, { status: 401 });
    const { client } = await connect({ fetch });
    const error = await client.readResource({ uri: 'jeonbo://groups/12' }).catch((e: Error) => e);
    const { message: words } = error as Error;
    expect(words).toContain('AUTHENTICATION_FAILED');
    expect(words).not.toMatch(/5555-6666|baas-test-key/);
    expect(words.length).toBeLessThan(500);
  });
});

// The 2025 client holds every structured content, failures too, against the listed output schema and throws.
it('every answer of every tool fits its output schema', async () => {
  const plain = await connectLegacy();
  await plain.client.listTools();
  const call = (name: string, input: Record<string, unknown>, client = plain.client) =>
    client.callTool({ name, arguments: input });
  const first = await call('send_sms', sms());
  const { group_id } = first.structuredContent as { group_id: number };
  const answers = [
    first,
    await call('send_sms', sms()),
    await call('send_sms', many),
    await call('send_sms', sms({ message: '₩' })),
    await call('send_mms', sms({ subject: 'a' })),
    await call('get_message_status', { group_id }),
    await call('get_send_history', {}),
    await call('check_message', sms({ message: '₩', callback_number: '050' })),
  ];
  expect(answers.map(({ isError }) => isError)).toEqual(Array(8).fill(false));
  for (const { name } of (await plain.client.listTools()).tools)
    expect(await call(name, { wrong: 1 })).toMatchObject({ isError: true });
  const dry = await connectLegacy({ env: { JEONBO_DRY_RUN: '1' } });
  await dry.client.listTools();
  expect(await call('send_sms', sms(), dry.client)).toMatchObject({ isError: false });
});

it('a 2026 client cannot forge what a person said', async () => {
  const { client, sandbox } = await connectModern({ answer: () => yes });
  const forged = `v1.${btoa(JSON.stringify({ p: { state: 'x' }, exp: 9e9 }))}.AAAA`;
  const request = {
    method: 'tools/call' as const,
    params: {
      name: 'send_sms',
      arguments: many,
      inputResponses: { confirmation: { ...yes } },
      requestState: forged,
    },
  };
  await expect(client.request(request)).rejects.toThrow(/requestState/);
  expect(sandbox.exchanges()).toEqual([]);
});

it('a 2026 client may keep the list for a while', async () => {
  const { client } = await connectModern();
  expect(await client.listTools()).toMatchObject({ ttlMs: 300_000, cacheScope: 'private' });
});
