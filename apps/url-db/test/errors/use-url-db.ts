import type { TestEngine } from '@jeonbo/store/testing';
import { afterAll, beforeAll, expect } from 'vitest';
import { startUrlDb, type TestUrlDb } from '../support/url-db.ts';
import { prepare, stateOf } from './samples.ts';

/** A server with samples for the describe block around it, in which nothing may have changed at the end. */
export function useUrlDb(open: () => Promise<TestEngine>): Pick<TestUrlDb, 'call'> {
  let engine: TestEngine;
  let urlDb: TestUrlDb;
  let before: readonly unknown[];
  beforeAll(async () => {
    engine = await open();
    // Nobody listens where its events would go.
    urlDb = await startUrlDb(engine, { URL_DB_PRIVATE_WEBHOOKS: 'true' });
    await prepare(urlDb);
    before = await stateOf(urlDb);
  });
  afterAll(async () => {
    // Whatever was refused changed nothing.
    const after = await stateOf(urlDb);
    await urlDb.stop();
    await engine.stop();
    expect(after).toEqual(before);
  });
  return { call: (...given) => urlDb.call(...given) };
}
