import { manualClock } from '@jeonbo/sandbox';
import { expect, it } from 'vitest';
import { connectLegacy, type Host } from '../support/hosts.ts';
import { run } from '../support/run.ts';
import { createWorld } from '../support/world.ts';
import { logIn, tokenRequests, tokensOf } from './support.ts';

const person = '3000000001';
const hour = 3_600_000;
const day = 24 * hour;

/** Kakao's clock is the test's; the server's own is not moved, so it learns from Kakao that a token is over. */
async function createTimedWorld(settings: Readonly<Record<string, string>> = {}) {
  const clock = manualClock(Date.now());
  const world = await createWorld(settings, { clock });
  await logIn(world);
  return { world, clock, refreshes: () => tokenRequests(world, 'refresh_token') };
}

function send(host: Host, message: string) {
  return host.call('send_message_to_me', { message });
}

it('renews a token once, whichever of two servers on one store finds it over', async () => {
  const { world, clock, refreshes } = await createTimedWorld();
  await using _world = world;
  await using one = await connectLegacy(world.environment, undefined, 'kakao');
  await using two = await connectLegacy(world.environment, undefined, 'kakao');
  // Both have the store open before it matters.
  await Promise.all([send(one, 'first'), send(two, 'second')]);
  const before = await tokensOf(world, person);
  clock.advance(6 * hour);
  // The renewal is under way until the clock says so, and everybody wants it meanwhile.
  world.sandbox.fault({ path: '/oauth/token', delayMs: 1_000 });
  const refused = () =>
    world.sandbox.exchanges().filter(({ response }) => response?.status === 401);
  const calls = Array.from({ length: 8 }, (_, index) =>
    send(index % 2 === 0 ? one : two, `message ${index}`),
  );
  await expect.poll(() => refused().length, { timeout: 10_000 }).toBe(8);
  await expect.poll(refreshes).toBe(1);
  clock.advance(1_000);
  for (const sent of await Promise.all(calls))
    expect(sent.structuredContent).toMatchObject({ success: true });
  expect(refreshes()).toBe(1);
  expect(world.sandbox.messages()).toHaveLength(10);
  const after = await tokensOf(world, person);
  expect(after?.accessToken).not.toBe(before?.accessToken);
  expect(after?.refreshToken).toBe(before?.refreshToken);
});

it('keeps the old refresh token until Kakao sends another, then that one', async () => {
  const { world, clock, refreshes } = await createTimedWorld();
  await using _world = world;
  await using host = await connectLegacy(world.environment, undefined, 'kakao');
  const first = (await tokensOf(world, person))?.refreshToken;
  const kept: unknown[] = [];
  for (const days of [1, 1, 30, 40]) {
    clock.advance(days * day);
    const sent = await send(host, `after ${clock.now()}`);
    expect(sent.structuredContent).toMatchObject({ success: true });
    kept.push((await tokensOf(world, person))?.refreshToken === first);
  }
  // Sixty days from the first login the first one would be dead: the last renewal was by the second.
  expect(kept).toEqual([true, true, false, false]);
  expect(refreshes()).toBe(4);
});

it('tells that the login is over when Kakao refuses to renew it, and asks Kakao once', async () => {
  await using world = await createWorld();
  const beforeLogin = world.sandbox.snapshot();
  await logIn(world);
  await using host = await connectLegacy(world.environment, undefined, 'kakao');
  world.sandbox.restore(beforeLogin);
  for (const _ of [1, 2]) {
    const refused = await send(host, 'too late');
    expect(refused).toMatchObject({
      isError: true,
      structuredContent: {
        error_code: 'AUTHENTICATION_FAILED',
        details: { login_command: 'jeonbo-mcp kakao login --account default' },
      },
    });
  }
  expect(tokenRequests(world, 'refresh_token')).toBe(1);
  const { stdout } = await run(['kakao', 'accounts'], world.environment);
  expect(stdout).toContain('is over: jeonbo-mcp kakao login --account default');
  await logIn(world);
  expect((await send(host, 'again')).structuredContent).toMatchObject({ success: true });
});

it('lets a login wait for a renewal under way, which would else take it back', async () => {
  await using world = await createWorld();
  await logIn(world);
  await using host = await connectLegacy(world.environment, undefined, 'kakao');
  const expired = { msg: 'this access token is already expired', code: -401 };
  world.sandbox.fault({ path: '/v2/api/talk', status: 401, body: JSON.stringify(expired) });
  world.sandbox.fault({ path: '/oauth/token', delayMs: 3_000 });
  const sending = send(host, 'first');
  await expect.poll(() => tokenRequests(world, 'refresh_token')).toBe(1);
  const widened = await logIn(world, {}, '--scopes', 'friends');
  expect(widened.code).toBe(0);
  expect((await sending).structuredContent).toMatchObject({ success: true });
  expect((await tokensOf(world, person))?.scopes).toContain('friends');
});
