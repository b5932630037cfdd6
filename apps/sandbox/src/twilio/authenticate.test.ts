import { describe, expect, it } from 'vitest';
import type { Seed } from '../seed/seed.ts';
import { startTestSandbox } from '../test-support.ts';
import {
  accountSid,
  authToken,
  basic,
  get,
  messages,
  post,
  send,
  serviceSid,
} from './test-support.ts';

const apiKey = `SK${'4'.repeat(32)}`;
const otherAccount = `AC${'5'.repeat(32)}`;
const seed: Seed = {
  twilio: {
    accounts: [
      {
        sid: accountSid,
        authToken,
        apiKeys: [{ sid: apiKey, secret: 'key-secret' }],
        phoneNumbers: ['+12025550100'],
        messagingServices: [{ sid: serviceSid, senders: ['+12025550100'] }],
      },
      { sid: otherAccount, authToken: 'other-token' },
    ],
  },
};

describe('without accounts', () => {
  it.each([
    [basic(accountSid, 'any'), 200],
    [basic(apiKey, 'any'), 200],
    [basic(accountSid, ''), 401],
    [basic('someone', 'any'), 401],
    [{ Authorization: 'Bearer any' }, 401],
    [{}, 401],
  ])('%o is answered %i', async (headers, expected) => {
    const { sandbox } = await startTestSandbox();
    const { status, json } = await get(
      sandbox,
      `${messages}.json`,
      headers as Record<string, string>,
    );
    expect([status, json.code]).toEqual([expected, expected === 200 ? undefined : 20003]);
  });
});

describe('with accounts of a seed', () => {
  it.each([
    ['its token', basic(accountSid, authToken), 200],
    ['its key', basic(apiKey, 'key-secret'), 200],
    ['a wrong token', basic(accountSid, 'wrong-token-0123456789ab'), 401],
    ['a wrong secret', basic(apiKey, 'wrong'), 401],
    ['an unknown key', basic(`SK${'6'.repeat(32)}`, 'key-secret'), 401],
    ["another account's token", basic(otherAccount, 'other-token'), 401],
  ])('%s', async (_, headers, expected) => {
    const { sandbox } = await startTestSandbox({ seed });
    const { status, json } = await get(sandbox, `${messages}.json`, headers);
    expect([status, json.code]).toEqual([expected, expected === 200 ? undefined : 20003]);
  });

  it('shows no message of another account', async () => {
    const { sandbox } = await startTestSandbox({ seed });
    const { json } = await send(sandbox, { From: '+12025550100' });
    const other = basic(otherAccount, 'other-token');
    const path = json.uri.replace(accountSid, otherAccount);
    expect((await get(sandbox, path, other)).json.code).toBe(20404);
    const list = `/2010-04-01/Accounts/${otherAccount}/Messages.json`;
    expect((await get(sandbox, list, other)).json.messages).toEqual([]);
  });

  it('sends from its own numbers and services only', async () => {
    const { sandbox } = await startTestSandbox({ seed });
    expect((await send(sandbox, { From: '+12025550999' })).json.code).toBe(21606);
    expect((await send(sandbox)).status).toBe(201);
    const service = { From: undefined, MessagingServiceSid: `MG${'9'.repeat(32)}` };
    expect((await send(sandbox, service)).json.code).toBe(21701);
    const own = { From: undefined, MessagingServiceSid: serviceSid };
    expect((await send(sandbox, own)).status).toBe(201);
    expect(sandbox.messages().map(({ from }) => from)).toEqual(['+15005550006', '+12025550100']);
  });

  it('keeps no credentials: neither in exchanges nor in a snapshot', async () => {
    const { sandbox } = await startTestSandbox({ seed });
    await send(sandbox, { Body: `a slip: ${authToken}` });
    await post(sandbox, `${messages}.json`, { Body: 'x' }, basic(apiKey, 'key-secret'));
    const kept = JSON.stringify([sandbox.exchanges(), sandbox.snapshot().exchanges]);
    const encoded = basic(accountSid, authToken).Authorization?.slice(6);
    for (const secret of [authToken, 'key-secret', encoded]) expect(kept).not.toContain(secret);
    expect(JSON.stringify(sandbox.snapshot().providers)).not.toContain('key-secret');
    expect(sandbox.exchanges()[0]?.request.headers.authorization).toBe('[redacted]');
  });
});

describe('a seed', () => {
  it.each([
    [{ sid: 'AC1' }, 'twilio.accounts[0].sid'],
    [{ sid: accountSid, authToken: '' }, 'twilio.accounts[0].authToken'],
    [{ sid: accountSid, authToken, phoneNumber: [] }, 'twilio.accounts[0].phoneNumber'],
    [{ sid: accountSid, authToken, phoneNumbers: ['!'] }, 'twilio.accounts[0].phoneNumbers[0]'],
    [
      { sid: accountSid, authToken, apiKeys: [{ sid: 'SK1', secret: 'a' }] },
      'twilio.accounts[0].apiKeys[0].sid',
    ],
  ])('%o is wrong at %s', async (account, field) => {
    const wrong = { twilio: { accounts: [account] } } as unknown as Seed;
    await expect(startTestSandbox({ seed: wrong })).rejects.toMatchObject({ field });
  });
});
