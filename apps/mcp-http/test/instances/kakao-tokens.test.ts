import { openDatabase } from '@jeonbo/store';
import { startPostgres } from '@jeonbo/store/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { holdingClock, holdMs } from '../support/holding-clock.ts';
import { logIn } from '../support/oauth.ts';
import { type Pair, startPair } from '../support/pair.ts';
import { callTool, contentOf, send } from '../support/raw.ts';

// Kakao's own tokens are over every six hours. Kakao counts the renewals of each person, and in its last month a refresh
// token works once: so of all calls at all instances one renews, and the others wait for it.

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;

/** With Kakao's clock in the hand: ours goes on, so that Kakao's word is what counts. */
async function create() {
  const clock = holdingClock();
  const url = await postgres.createDatabase();
  const pair = await startPair(url, { sandbox: { clock, deliveryMs: 0 } });
  return { clock, url, pair, [Symbol.asyncDispose]: pair[Symbol.asyncDispose] };
}

type Scene = Awaited<ReturnType<typeof create>>;

/** How often Kakao was asked for new tokens, and how often it gave a new refresh token with them. */
function renewals({ sandbox }: Pair) {
  const answers = sandbox
    .exchanges()
    .filter(({ request }) => request.body.includes('grant_type=refresh_token'))
    .map(({ response }) => response?.body ?? '');
  return {
    asked: answers.length,
    replaced: answers.filter((body) => body.includes('"refresh_token"')).length,
  };
}

type Headers = Awaited<ReturnType<typeof logIn>>['headers'];
const calls = 20;
let sent = 0;

/** At once over both instances, each another text. @returns what became of those that did not arrive */
function sendMany({ balancer, mcp }: Pair, headers: Headers) {
  const before = balancer.counts;
  const answers = Array.from({ length: calls }, () =>
    callTool(mcp, headers, 'send_message_to_me', { message: `message ${sent++}` }),
  );
  return Promise.all(answers).then((all) => {
    const both = balancer.counts.map((after, index) => after - (before[index] ?? 0));
    expect(both).toEqual([calls / 2, calls / 2]);
    return all.map(contentOf).filter(({ success }) => !success);
  });
}

/** The same where all of them hear at one moment that the token is over, and one renewal takes its time. */
async function sendManyRefused({ pair, clock }: Scene, headers: Headers) {
  const { asked } = renewals(pair);
  pair.sandbox.fault({ path: '/v2/api/talk', delayMs: holdMs, times: calls });
  pair.sandbox.fault({ path: '/oauth/token', delayMs: holdMs });
  const failed = sendMany(pair, headers);
  await clock.held(calls);
  clock.letGo();
  await clock.held(1);
  // By the time that both have answered all this, whoever had to ask has asked.
  for (const { url } of [...pair.instances, ...pair.instances])
    await Promise.all(Array.from({ length: 50 }, () => send(`${url}/readyz`)));
  expect(renewals(pair).asked).toBe(asked + 1);
  clock.letGo();
  return failed;
}

it('are renewed once for all calls at both, and nobody is logged out', async () => {
  await using scene = await create();
  const { pair, clock } = scene;
  const { headers } = await logIn(pair);

  clock.advance(6 * hourMs);
  expect(await sendManyRefused(scene, headers)).toEqual([]);
  // The refresh token stays: none came back.
  expect(renewals(pair)).toEqual({ asked: 1, replaced: 0 });

  clock.advance(6 * hourMs);
  expect(await sendManyRefused(scene, headers)).toEqual([]);
  expect(renewals(pair)).toEqual({ asked: 2, replaced: 0 });

  // Less than a month is left: another comes, and the one before is dead.
  clock.advance(31 * dayMs);
  expect(await sendManyRefused(scene, headers)).toEqual([]);
  expect(renewals(pair)).toEqual({ asked: 3, replaced: 1 });

  // Past the day on which the first one would have ended.
  clock.advance(40 * dayMs);
  expect(await sendManyRefused(scene, headers)).toEqual([]);
  expect(renewals(pair).asked).toBe(4);
  expect(pair.sandbox.messages()).toHaveLength(4 * calls);
});

it('are renewed once where our own clock says that they are over', async () => {
  await using scene = await create();
  const { pair, clock } = scene;
  const { headers } = await logIn(pair);
  clock.advance(6 * hourMs);
  // What Kakao gives at the first renewal is over at once, and nothing that it knows.
  const body = JSON.stringify({ token_type: 'bearer', access_token: 'nobody', expires_in: 0 });
  pair.sandbox.fault({ path: '/oauth/token', body });
  const first = await callTool(pair.mcp, headers, 'send_message_to_me', { message: 'refused' });
  expect(contentOf(first)).toMatchObject({ error_code: 'AUTHENTICATION_FAILED' });
  expect(await sendMany(pair, headers)).toEqual([]);
  expect(renewals(pair).asked).toBe(2);
});

it('that were refused are told to every call, and Kakao is asked once', async () => {
  await using scene = await create();
  const { pair, clock } = scene;
  const { headers } = await logIn(pair);
  clock.advance(61 * dayMs);
  const failed = await sendManyRefused(scene, headers);
  expect(failed).toHaveLength(calls);
  for (const one of failed) expect(one.error_code).toBe('AUTHENTICATION_FAILED');
  expect(renewals(pair).asked).toBe(1);
  expect(pair.sandbox.messages()).toEqual([]);
  // The person logs in again, and the client's token is good as before.
  await logIn(pair);
  expect(await sendMany(pair, headers)).toEqual([]);
});

it('are renewed by the other where one died while it asked', async () => {
  await using scene = await create();
  const { pair, clock, url } = scene;
  const { headers } = await logIn(pair);
  const [one, other] = pair.instances;
  clock.advance(6 * hourMs);
  const sendBy = (instance: typeof one, message: string) =>
    callTool(`${instance.url}/mcp`, headers, 'send_message_to_me', { message });

  pair.sandbox.fault({ path: '/oauth/token', delayMs: holdMs });
  const lost = sendBy(one, 'lost').catch((error: Error) => error);
  await clock.held(1);
  one.process.kill('SIGKILL');
  await one.exit;
  expect(await lost).toBeInstanceOf(Error);

  // As if the 40 seconds of its lease were over; that nobody goes on before is tested in packages/store.
  const database = await openDatabase(url);
  const leases = await database.query('UPDATE vault_leases SET until = 0 RETURNING account');
  await database.close();
  expect(leases).toHaveLength(1);
  expect(contentOf(await sendBy(other, 'after'))).toMatchObject({ success: true });
  expect(renewals(pair).asked).toBe(2);
  // What died had asked for a token only: its message never left, and is told as what nobody knows.
  expect(pair.sandbox.messages().map(({ text }) => text)).toEqual(['after']);
  expect(contentOf(await sendBy(other, 'lost'))).toMatchObject({ error_code: 'DELIVERY_UNKNOWN' });
});
