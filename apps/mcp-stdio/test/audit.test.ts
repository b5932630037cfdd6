import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { run } from './support/run.ts';
import { createWorld, smsTo } from './support/world.ts';

const json = (value: object) => JSON.stringify(value);
const environment = { PATH: process.env.PATH ?? '', HOME: '/nonexistent' };
const en = { ...environment, JEONBO_LANG: 'en' };

describe('audit', () => {
  it('verifies and exports the log, and finds a change', async () => {
    await using world = await createWorld();
    const { environment: settings } = world;
    await run(['call', 'send_sms', '--json', json(smsTo('010-1234-5678'))], settings);
    const whole = await run(['audit', 'verify'], settings);
    expect(whole.code).toBe(0);
    expect(JSON.parse(whole.stdout)).toMatchObject({ ok: true });
    expect(whole.stderr).toContain('whole');

    const exported = await run(['audit', 'export'], settings);
    expect(exported.code).toBe(0);
    const lines = exported.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ event }) => event)).toEqual(expect.arrayContaining(['allowed', 'sent']));
    expect(exported.stdout).not.toMatch(/parcel|010-?1234-?5678/);

    const store = new DatabaseSync(join(world.home, 'data', 'jeonbo', 'jeonbo.sqlite'));
    store.exec("UPDATE audit_lines SET recipients = 7 WHERE event = 'sent'");
    store.close();
    const changed = await run(['audit', 'verify'], { ...settings, JEONBO_LANG: 'ko' });
    expect(changed.code).toBe(1);
    expect(JSON.parse(changed.stdout)).toMatchObject({ ok: false, brokenAt: expect.any(Number) });
    expect(changed.stderr).toContain('변경');
  });

  it('says what is wrong where there is no store', async () => {
    const { code, stdout, stderr } = await run(['audit', 'verify'], {
      ...en,
      DATABASE_URL: 'mysql://a:hunter2secret@b/c',
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ level: 'error' });
    expect(stderr).not.toContain('hunter2secret');
  });
});
