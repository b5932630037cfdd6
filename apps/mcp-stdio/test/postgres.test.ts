import { startPostgres } from '@jeonbo/store/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { connectLegacy } from './support/hosts.ts';
import { run } from './support/run.ts';
import { createWorld, numbers, smsTo } from './support/world.ts';

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

const JEONBO_SECRET_KEY = 'a9'.repeat(32);

it('shares duplicates and the limit between servers on one PostgreSQL', async () => {
  const DATABASE_URL = await postgres.createDatabase();
  const settings = { DATABASE_URL, JEONBO_SECRET_KEY, JEONBO_SEND_LIMIT: '2' };
  await using world = await createWorld(settings);
  await using one = await connectLegacy(world.environment);
  await using two = await connectLegacy(world.environment);
  const [first = '', second = '', third = ''] = numbers(3);
  const sent = await one.call('send_sms', smsTo(first));
  expect(sent.structuredContent).toMatchObject({ sent_count: 1 });
  const again = await two.call('send_sms', smsTo(first));
  expect(again.structuredContent).toMatchObject({ duplicate: true });
  const over = await two.call('send_sms', smsTo(second, third));
  expect(over.structuredContent).toMatchObject({ error_code: 'SEND_LIMIT_REACHED' });
  expect(world.sandbox.exchanges()).toHaveLength(1);
});

it('checks PostgreSQL, wants a key for it, and shows no password', async () => {
  const url = new URL(await postgres.createDatabase());
  // Where the cluster trusts this machine any password will do.
  url.password ||= 'hunter2secret';
  await using world = await createWorld({ DATABASE_URL: url.href });
  const check = ['baas', '--check', '--json'];
  const bare = await run(check, world.environment);
  const wrong = JSON.parse(bare.stdout).settings.filter(({ ok }: { ok: boolean }) => !ok);
  expect(wrong).toMatchObject([{ name: 'JEONBO_SECRET_KEY', problem: expect.any(String) }]);
  const keyed = await run(check, { ...world.environment, JEONBO_SECRET_KEY });
  expect(keyed.code).toBe(0);
  expect(bare.stdout + keyed.stdout).not.toContain(`:${url.password}@`);
  expect(keyed.stdout).not.toContain(JEONBO_SECRET_KEY);
});
