import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import { parseSecretKey } from '../keys/secret-key.ts';
import { createLedger, type LedgerOptions, type StoreLedger } from '../ledger/create-ledger.ts';
import type { TestEngine } from './engines.ts';

export interface TestStore {
  readonly url: string;
  readonly secret: string;
  readonly database: Database;
  readonly ledger: StoreLedger;
  /** Moves on by hand, so that no test waits. */
  readonly clock: { at: number };
  /** Another connection and ledger on the same store, as another process would have. */
  again(options?: Partial<LedgerOptions>): Promise<TestStore>;
}

/** Starts an engine for the describe block around it and closes after each test whatever it opened. */
export function useStores(start: () => Promise<TestEngine>) {
  let engine: TestEngine;
  const databases: Database[] = [];
  beforeAll(async () => {
    engine = await start();
  });
  let free: string | undefined;
  let used: string | undefined;
  afterEach(async () => {
    await Promise.all(databases.splice(0).map((database) => database.close()));
    free = used;
  });
  afterAll(() => engine.stop());

  /** Empty. That of the test before, where the engine can empty it. */
  const createDatabase = async (): Promise<string> => {
    const url = free;
    free = undefined;
    if (url && engine.emptyDatabase) await engine.emptyDatabase(url);
    used = url && engine.emptyDatabase ? url : await engine.createDatabase();
    return used;
  };

  const open = async (
    url: string,
    secret: string,
    clock: { at: number },
    options: Partial<LedgerOptions> = {},
  ): Promise<TestStore> => {
    const database = await openDatabase(url);
    databases.push(database);
    const key = parseSecretKey(secret);
    const ledger = await createLedger(database, { key, now: () => clock.at, ...options });
    const again = (more?: Partial<LedgerOptions>) => open(url, secret, clock, more);
    return { url, secret, database, ledger, clock, again };
  };
  return {
    createDatabase,
    async create(options?: Partial<LedgerOptions>) {
      const clock = { at: Date.UTC(2026, 10, 20) };
      return open(await createDatabase(), randomSecret(), clock, options);
    },
  };
}

export function randomSecret(): string {
  return randomBytes(32).toString('base64');
}
