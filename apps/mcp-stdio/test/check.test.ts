import { describe, expect, it } from 'vitest';
import { run } from './support/run.ts';
import { apiKey, createWorld, without } from './support/world.ts';

describe('--check', () => {
  it('finds nothing wrong, shows no key and sends nothing', async () => {
    await using world = await createWorld();
    const { code, stdout } = await run(['baas', '--check'], world.environment);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('✓ BAAS_API_KEY'),
    });
    expect(stdout).not.toContain(apiKey);
    expect(stdout).not.toContain('✗');
    expect(world.sandbox.messages()).toHaveLength(0);
  });

  it.each([
    ['en', /why: {2}.*\n.*next: .*export BAAS_API_KEY/],
    ['ko', /이유: .*\n.*다음: .*export BAAS_API_KEY/],
  ])('tells what is wrong, why, and what to type next (%s)', async (JEONBO_LANG, words) => {
    await using world = await createWorld({ JEONBO_LANG });
    const { code, stdout } = await run(['baas', '--check'], without(world, 'BAAS_API_KEY'));
    expect(code).toBe(1);
    expect(stdout).toMatch(words);
  });

  it.each([
    ['PROJECT_ID', 'not-a-uuid'],
    ['BAAS_PROFILE', 'v9'],
    ['BAAS_API_BASE_URL', 'ftp://example.com'],
    ['BAAS_API_BASE_URL', 'http://api.aiapp.link'],
    ['BAAS_API_BASE_URL', 'http://127.0.0.1:9'],
    ['BAAS_API_KEY', 'two words of key'],
    ['JEONBO_SEND_LIMIT', '-1'],
    ['JEONBO_CONFIRM', 'sometimes'],
    ['JEONBO_DUPLICATE_WINDOW', 'soon'],
    ['JEONBO_RECIPIENTS', 'book'],
    ['JEONBO_RECIPIENT_BOOK', '/nonexistent/book.json'],
    ['JEONBO_ALLOWED_RECIPIENTS', 'mother'],
    ['JEONBO_DRY_RUN', 'perhaps'],
    ['JEONBO_SECRET_KEY', 'short'],
    ['JEONBO_LEDGER_DAYS', 'x'],
    ['JEONBO_LEDGER_STORE_TEXT', 'maybe'],
    ['DATABASE_URL', 'mysql://user:hunter2secret@host/name'],
    ['JEONBO_LANG', 'fr'],
    ['LOG_LEVEL', 'loud'],
  ])('finds a wrong %s (%s)', async (name, value) => {
    await using world = await createWorld({ [name]: value });
    const { code, stdout } = await run(['baas', '--check', '--json'], world.environment);
    const report = JSON.parse(stdout) as { ok: boolean; settings: Record<string, unknown>[] };
    expect(code).toBe(1);
    expect(report.ok).toBe(false);
    const wrong = report.settings.filter(({ ok }) => !ok);
    expect(wrong.map((finding) => finding.name)).toContain(name);
    expect(wrong.find((finding) => finding.name === name)).toMatchObject({
      problem: expect.any(String),
      why: expect.any(String),
      next: expect.any(String),
    });
    expect(stdout).not.toMatch(/hunter2secret|two words of key/);
    expect(stdout).not.toContain(apiKey);
  });
});
