import { type TestEngine, testEngines } from '@jeonbo/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdingClock, holdMs } from '../support/holding-clock.ts';
import { startPair } from '../support/pair.ts';
import { contentOf } from '../support/raw.ts';
import { kakaoSends, smsSends } from '../support/sends.ts';

// Two processes on one database, SQLite or PostgreSQL, and one of them dies in the middle of its sends.

const providers = [
  ['kakao', '/v', kakaoSends],
  ['baas', '/message/sms', smsSends],
] as const;

describe.each(testEngines)('kill -9 of one of two on %s', (_engine, start) => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine.stop());

  it.each(providers)(
    'sends nothing of %s twice, and says what is in doubt',
    async (server, path, make) => {
      const clock = holdingClock();
      await using pair = await startPair(await engine.createDatabase(), {
        servers: [server],
        sandbox: { clock, deliveryMs: 0 },
      });
      const { sandbox, instances } = pair;
      const [killed, other] = instances;
      const sends = await make(pair);
      const arrived = (send: (typeof sends)[number]) => sandbox.messages().filter(send.is).length;

      const answered = sends.slice(0, 10);
      for (const answer of await Promise.all(answered.map(({ call }) => call(pair.url))))
        expect(contentOf(answer)).toMatchObject({ success: true });

      // From here on the provider takes them, and its answers do not come.
      const takeBack = sandbox.fault({ path, delayMs: holdMs, times: null });
      const running = sends.slice(10);
      const calls = running.map(async (send) => contentOf(await send.call(pair.url)).success);
      const outcomes = Promise.allSettled(calls);
      // Half of them are the other's, so that some of these wait in the one that dies.
      const least = 5;
      await clock.held(running.length / 2 + least);
      killed.process.kill('SIGKILL');
      await killed.exit;
      takeBack();
      clock.letGo();
      const lost = (await outcomes).map(({ status }) => status === 'rejected');
      expect(lost.filter(Boolean)).toHaveLength(running.length / 2);

      const before = running.map(arrived);
      const again = await Promise.all(
        sends.map(async ({ call }) => contentOf(await call(other.url))),
      );
      const doubts = again.filter(({ error_code }) => error_code === 'DELIVERY_UNKNOWN');
      expect(doubts.length).toBeGreaterThanOrEqual(least);
      for (const [index, send] of sends.entries()) {
        const told = again[index];
        const isLost = lost[index - answered.length] ?? false;
        const had = before[index - answered.length] ?? send.people;
        if (!isLost) expect(told).toMatchObject({ success: true, duplicate: true });
        // What had come before may come no more; of the rest only what had not begun.
        else if (had > 0 || !told?.success)
          expect(told).toMatchObject({ success: false, error_code: 'DELIVERY_UNKNOWN' });
        else expect(told).not.toHaveProperty('duplicate');
        expect(arrived(send)).toBe(told?.success ? send.people : had);
      }
    },
  );
});
