import { describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { authToken, createWorld, without } from '../support/world.ts';

const phone = '+14155550123';

describe('twilio --check', () => {
  const check = async (environment: Readonly<Record<string, string>>) => {
    const { code, stdout } = await run(['twilio', '--check', '--json'], environment);
    expect(stdout).not.toContain(authToken);
    const { settings } = JSON.parse(stdout) as { settings: { name: string; ok: boolean }[] };
    return { code, wrong: settings.filter(({ ok }) => !ok) };
  };

  it('finds nothing wrong', async () => {
    await using world = await createWorld({ NOTIFICATION_PHONE: '+41791234567' });
    expect(await check(world.environment)).toEqual({ code: 0, wrong: [] });
    expect(world.sandbox.messages()).toEqual([]);
  });

  it('takes an API key and a messaging service in place of token and number', async () => {
    await using world = await createWorld({
      TWILIO_API_KEY: `SK${'0'.repeat(32)}`,
      TWILIO_API_SECRET: 'twilio-api-secret-77',
      TWILIO_MESSAGING_SERVICE_SID: `MG${'0'.repeat(32)}`,
    });
    const environment = without(world, 'TWILIO_AUTH_TOKEN', 'TWILIO_PHONE_NUMBER');
    expect(await check(environment)).toEqual({ code: 0, wrong: [] });
  });

  it.each([
    ['TWILIO_ACCOUNT_SID', ''],
    ['TWILIO_ACCOUNT_SID', `SK${'0'.repeat(32)}`],
    ['TWILIO_AUTH_TOKEN', ''],
    ['TWILIO_AUTH_TOKEN', 'two words'],
    ['TWILIO_API_KEY', 'AC1'],
    ['TWILIO_API_SECRET', 'without-a-key'],
    ['TWILIO_PHONE_NUMBER', ''],
    ['TWILIO_PHONE_NUMBER', '+'],
    ['TWILIO_MESSAGING_SERVICE_SID', 'MG1'],
    ['NOTIFICATION_PHONE', 'mother'],
    ['TWILIO_API_BASE_URL', 'http://api.twilio.com'],
    ['JEONBO_CONFIRM', 'sometimes'],
  ])('finds a wrong %s (%j)', async (name, value) => {
    await using world = await createWorld({ [name]: value });
    for (const JEONBO_LANG of ['en', 'ko']) {
      const { code, wrong } = await check({ ...world.environment, JEONBO_LANG });
      expect(code).toBe(1);
      expect(wrong).toContainEqual(
        expect.objectContaining({
          problem: expect.any(String),
          why: expect.any(String),
          next: expect.any(String),
        }),
      );
    }
  });
});

describe('twilio --print-config', () => {
  const environment = { PATH: process.env.PATH ?? '', HOME: '/nonexistent', JEONBO_LANG: 'en' };
  const envOf = async (settings: Readonly<Record<string, string>>) => {
    const argv = ['twilio', '--print-config', 'claude'];
    const { stdout } = await run(argv, { ...environment, ...settings });
    expect(stdout).not.toContain(authToken);
    return JSON.parse(stdout).mcpServers['jeonbo-twilio'].env;
  };

  it('has a place for what is needed, and keeps what is no secret', async () => {
    const settings = { TWILIO_AUTH_TOKEN: authToken, NOTIFICATION_PHONE: phone };
    expect(await envOf(settings)).toEqual({
      TWILIO_ACCOUNT_SID: '<your TWILIO_ACCOUNT_SID>',
      TWILIO_AUTH_TOKEN: '<your TWILIO_AUTH_TOKEN>',
      TWILIO_PHONE_NUMBER: '<your TWILIO_PHONE_NUMBER>',
      NOTIFICATION_PHONE: phone,
      JEONBO_LANG: 'en',
    });
  });

  it('has one for the API key where that is used', async () => {
    const TWILIO_MESSAGING_SERVICE_SID = `MG${'0'.repeat(32)}`;
    const TWILIO_API_KEY = `SK${'0'.repeat(32)}`;
    const settings = { TWILIO_API_KEY, TWILIO_API_SECRET: authToken, TWILIO_MESSAGING_SERVICE_SID };
    expect(await envOf(settings)).toEqual({
      TWILIO_ACCOUNT_SID: '<your TWILIO_ACCOUNT_SID>',
      TWILIO_API_KEY: '<your TWILIO_API_KEY>',
      TWILIO_API_SECRET: '<your TWILIO_API_SECRET>',
      TWILIO_MESSAGING_SERVICE_SID,
      JEONBO_LANG: 'en',
    });
  });
});
