import { describe, expect, it } from 'vitest';
import { createTwilioServer } from '../../src/index.ts';
import { run } from '../support/run.ts';
import { authToken, createWorld, without } from '../support/world.ts';

const phone = '+14155550123';
const send = { to: phone, message: 'Your parcel arrives at three.' };
const groceries = { category: 'Groceries', spent: 85, budget: 100 };

it('takes an API key in place of the auth token', async () => {
  await using world = await createWorld({
    TWILIO_API_KEY: `SK${'0'.repeat(32)}`,
    TWILIO_API_SECRET: 'twilio-api-secret-77',
  });
  const server = createTwilioServer({ environment: without(world, 'TWILIO_AUTH_TOKEN') });
  const answer = await server.callTool('send_sms', send);
  await server.close();
  expect(answer).toMatchObject({ isError: false, content: { sent_count: 1 } });
});

it('reads only the environment it was given', async () => {
  process.env.TWILIO_AUTH_TOKEN = authToken;
  process.env.TWILIO_PHONE_NUMBER = '+15005550006';
  try {
    await using world = await createWorld();
    const environment = without(world, 'TWILIO_AUTH_TOKEN', 'TWILIO_PHONE_NUMBER');
    for (const change of [{}, { TWILIO_PHONE_NUMBER: '+15005550006' }]) {
      const server = createTwilioServer({ environment: { ...environment, ...change } });
      expect(await server.callTool('send_sms', send)).toMatchObject({ isError: true });
      await server.close();
    }
    expect(world.sandbox.exchanges()).toHaveLength(0);
  } finally {
    delete process.env.TWILIO_AUTH_TOKEN;
    delete process.env.TWILIO_PHONE_NUMBER;
  }
});

describe('from a shell', () => {
  it('calls a tool of the server that is named', async () => {
    await using world = await createWorld();
    const json = JSON.stringify({ ...groceries, to: phone });
    const argv = ['call', 'send_budget_alert', '--server', 'twilio', '--json', json];
    const { code, stdout } = await run(argv, world.environment);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      text: '[!] SpendWise: Groceries\nCHF 85/100 (85%)',
    });
  });

  it('shows a person the text of an alert before it goes', async () => {
    await using world = await createWorld({ JEONBO_CONFIRM: 'always' });
    const server = createTwilioServer({ environment: world.environment });
    const questions: string[] = [];
    const confirm = async (question: string) => questions.push(question) > 0;
    const answer = await server.callTool(
      'send_budget_alert',
      { ...groceries, to: phone },
      { confirm },
    );
    await server.close();
    expect(answer.content).toMatchObject({ success: true });
    expect(questions).toEqual([expect.stringContaining('CHF 85/100 (85%)')]);
  });
});
