import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestSandbox } from '../test-support.ts';
import { main } from './main.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jeonbo-seed-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(argv: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  let out = '';
  let error = '';
  const result = await main(
    argv,
    { JEONBO_LANG: 'en', ...environment },
    {
      out: (text) => (out += text),
      error: (text) => (error += text),
    },
  );
  return { result, out, error };
}

async function seedFile(content: string): Promise<string> {
  const file = join(folder, 'seed.json');
  await writeFile(file, content);
  return file;
}

describe('jeonbo-sandbox', () => {
  it('tells its help and version', async () => {
    expect(await run(['--help'])).toMatchObject({
      result: 0,
      out: expect.stringContaining('--seed FILE'),
    });
    const korean = await run(['-h'], { JEONBO_LANG: '', LANG: 'ko_KR.UTF-8' });
    expect(korean.out).toContain('종료 코드');
    expect((await run(['-v'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('starts and prints what to set', async () => {
    const { result, out, error } = await run([], { PORT: '0' });
    if (typeof result === 'number') throw new Error(error);
    expect(out).toContain(`Inbox   ${result.url}/`);
    for (const line of [
      `BAAS_API_BASE_URL=${result.url}`,
      `TWILIO_API_BASE_URL=${result.url}`,
      `TWILIO_ACCOUNT_SID=AC${'0'.repeat(32)}`,
      'TWILIO_AUTH_TOKEN=any-token',
      'TWILIO_PHONE_NUMBER=+15005550006',
      `KAKAO_AUTH_BASE_URL=${result.url}`,
      `KAKAO_API_BASE_URL=${result.url}`,
      'KAKAO_CLIENT_ID=any-client-id',
      'KAKAO_CLIENT_SECRET=any-client-secret',
    ]) {
      expect(out).toContain(`  export ${line}\n`);
    }
    expect((await fetch(`${result.url}/_sandbox/counts`)).status).toBe(200);
    await result.close();
    await expect(fetch(result.url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
  });

  it('prints the same variables in Korean', async () => {
    const { result, out } = await run([], { PORT: '0', JEONBO_LANG: 'ko' });
    if (typeof result === 'number') throw new Error('did not start');
    await result.close();
    expect(out).toContain('수신함');
    expect(out).toContain(`  export TWILIO_API_BASE_URL=${result.url}\n`);
    expect(out).toContain('  export TWILIO_AUTH_TOKEN=any-token\n');
    expect(out).toContain(`  export KAKAO_AUTH_BASE_URL=${result.url}\n`);
    expect(out).toContain('  export KAKAO_CLIENT_SECRET=any-client-secret\n');
  });

  it('says that a port is taken', async () => {
    const { sandbox } = await startTestSandbox();
    const { result, error } = await run(['--port', new URL(sandbox.url).port]);
    expect([result, error]).toEqual([1, expect.stringContaining('is taken')]);
  });

  it.each([
    [['--port', 'x'], '--port must be a whole number from 0 to 65535, not "x".'],
    [['--nothing'], "Unknown option '--nothing'"],
    [['--seed', '/nowhere.json'], 'The seed /nowhere.json cannot be read: ENOENT'],
  ])('refuses %j with exit code 2', async (argv, text) => {
    const { result, error } = await run(argv);
    expect([result, error]).toEqual([2, expect.stringContaining(text)]);
  });

  it('takes a seed, and says what is wrong with one without telling its keys', async () => {
    const account = { key: 'very-secret-key', projects: ['3f2b8c1e-0d4a-4b6f-9a57-1c2d3e4f5a6b'] };
    const file = await seedFile(JSON.stringify({ baas: { accounts: [account] } }));
    const { result, out } = await run(['--port', '0', '--seed', file]);
    if (typeof result === 'number') throw new Error('did not start');
    const response = await fetch(`${result.url}/message/sms`, {
      method: 'POST',
      headers: { 'X-API-KEY': 'other' },
    });
    expect(response.status).toBe(401);
    expect(out).not.toContain('very-secret-key');
    await result.close();

    await seedFile(JSON.stringify({ baas: { accounts: [{ ...account, projects: ['x'] }] } }));
    const wrong = await run(['--seed', file]);
    expect(wrong.error).toBe(
      `The seed ${file} is wrong: baas.accounts[0].projects[0] must be a UUID.\n`,
    );
    await seedFile('{"baas": very-secret-key}');
    const broken = await run(['--seed', file]);
    expect([broken.result, broken.error]).toEqual([2, `The seed ${file} cannot be read: JSON\n`]);
  });
});
