import { errorCodes } from '@jeonbo/core';
import { describe, expect, it } from 'vitest';
import { apiKey, type BenchOptions, createBench, people, sms } from '../testing/bench.ts';

async function read(
  uri: string,
  name: string,
  options: BenchOptions = {},
  bench = createBench(options),
) {
  const resource = bench.toolset.resources.find((one) => one.uri === uri);
  return String(await resource?.read(name, bench.context));
}

describe('jeonbo://guard', () => {
  it('tells what is on and what remains, never a secret or a number', async () => {
    const env = { JEONBO_ALLOWED_RECIPIENTS: '010-1234-5678, +1415', JEONBO_SEND_LIMIT: '10' };
    const bench = createBench({ env });
    await bench.call('send_sms', sms());
    const text = await read('jeonbo://guard', '', {}, bench);
    expect(JSON.parse(text)).toEqual({
      dry_run: false,
      recipients: 'allowed',
      allowed_entries: 2,
      book_entries: null,
      send_limit: { max: 10, used: 1, remaining: 9, window_hours: 24 },
      duplicate_window_seconds: 300,
      confirm: 'bulk',
      secret_scan: { patterns: true, own_secrets: 1 },
      audit_log: true,
    });
    expect(text).not.toContain(apiKey);
    expect(text).not.toContain('5678');
  });

  it('counts every project of this caller and of no other', async () => {
    const bench = createBench();
    const project_id = '7d9e3a10-5b1c-4f7e-9a57-0c6a1b2d3e00';
    await bench.call('send_sms', sms({ project_id }), { caller: 'a' });
    await bench.call('send_sms', sms(), { caller: 'a' });
    await bench.call('send_sms', sms(), { caller: 'b' });
    const used = async (caller: string) => {
      const text = await read('jeonbo://guard', '', { context: { caller, ledger } });
      return JSON.parse(text).send_limit.used;
    };
    const { ledger } = bench.context;
    expect([await used('a'), await used('b'), await used('c')]).toEqual([2, 1, 0]);
  });
});

describe('jeonbo://errors', () => {
  it.each(['en', 'ko'] as const)('explains every code in %s', async (language) => {
    const codes = JSON.parse(await read('jeonbo://errors', '', { language }));
    expect(codes).toHaveLength(errorCodes.length);
    expect(codes[0]).toEqual({
      error_code: 'MISSING_PROJECT_ID',
      http_status: 400,
      meaning: expect.stringContaining('PROJECT_ID'),
    });
  });
});

describe('jeonbo://templates/{name}', () => {
  const names =
    createBench().toolset.resources.find(({ name }) => name === 'templates')?.names ?? [];

  it.each(names)('%s can be filled and sent as it is', async (name) => {
    for (const language of ['en', 'ko'] as const) {
      const message = await read('jeonbo://templates/{name}', name, { language });
      const keys = [...message.matchAll(/#\{([^}]+)\}/g)].map(([, key]) => key as string);
      const numbers: Record<string, string> = { phone: '02-1234-5678', opt_out: '080-123-4567' };
      const variables = Object.fromEntries(keys.map((key) => [key, numbers[key] ?? '가나']));
      const [person] = people(1);
      const { call } = createBench();
      const { structuredContent } = await call('check_message', {
        message,
        purpose: name === 'advertisement' ? 'ad' : 'transactional',
        recipients: [{ ...person, variables }],
      });
      const night = (issue: { code: string; message: string }) => /21:00/.test(issue.message);
      const errors = structuredContent.errors as { code: string; message: string }[];
      expect(errors.filter((issue) => !night(issue))).toEqual([]);
    }
  });

  it.each(['none', '__proto__', ''])('knows no %s', async (name) => {
    await expect(read('jeonbo://templates/{name}', name)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('jeonbo://groups/{group_id}', () => {
  it('is what the tool answers', async () => {
    const bench = createBench();
    const { group_id } = (await bench.call('send_sms', sms())).structuredContent;
    const text = await read('jeonbo://groups/{group_id}', String(group_id), {}, bench);
    const { structuredContent } = await bench.call('get_message_status', { group_id });
    expect(JSON.parse(text)).toEqual(structuredContent);
  });

  it('is not found by a caller who did not send it', async () => {
    const { call, context } = createBench();
    const { group_id } = (await call('send_sms', sms(), { caller: 'a' })).structuredContent;
    const reading = read('jeonbo://groups/{group_id}', String(group_id), {
      context: { caller: 'b', ledger: context.ledger, baas: context.baas },
    });
    await expect(reading).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('knows no word', async () => {
    await expect(read('jeonbo://groups/{group_id}', '../x')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
