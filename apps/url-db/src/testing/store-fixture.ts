import { type TestEngine, testEngines } from '@jeonbo/store/testing';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { openStore } from '../storage/open-store.ts';
import type { UrlStore } from '../storage/store.ts';

export { testEngines };

export interface TestUrlStore {
  readonly url: string;
  readonly store: UrlStore;
  /** Moves on by hand, so that no test waits. */
  readonly clock: { at: number };
  /** Another store on the same database, as another process would have. */
  again(): Promise<UrlStore>;
}

/** Starts an engine for the describe block around it, and closes after each test whatever it opened. */
export function useUrlStores(start: () => Promise<TestEngine>) {
  let engine: TestEngine;
  const opened: UrlStore[] = [];
  let free: string | undefined;
  let used: string | undefined;
  beforeAll(async () => {
    engine = await start();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    free = used;
  });
  afterAll(() => engine.stop());

  /** Empty. That of the test before, where the engine can empty it, which is ten times faster than another one. */
  const createDatabase = async (): Promise<string> => {
    const url = free;
    free = undefined;
    if (url && engine.emptyDatabase) await engine.emptyDatabase(url);
    used = url && engine.emptyDatabase ? url : await engine.createDatabase();
    return used;
  };
  const open = async (url: string, clock: { readonly at: number }): Promise<UrlStore> => {
    const store = await openStore(url, { now: () => clock.at });
    opened.push(store);
    return store;
  };
  return {
    createDatabase,
    async create(): Promise<TestUrlStore> {
      const clock = { at: Date.UTC(2026, 10, 20) };
      const url = await createDatabase();
      const store = await open(url, clock);
      return { url, store, clock, again: () => open(url, clock) };
    },
  };
}
