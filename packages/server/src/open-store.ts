import { JeonboError } from '@jeonbo/core';
import {
  createLedger,
  type Database,
  defaultDatabaseUrl,
  loadSecretKey,
  openDatabase,
  type SecretKey,
  type StoreLedger,
} from '@jeonbo/store';
import type { Environment } from './types.ts';

export interface OpenStore {
  readonly database: Database;
  readonly key: SecretKey;
  readonly ledger: StoreLedger;
}

/** @throws JeonboError that names the variable at fault, and what the engine says */
export async function openStore(environment: Environment): Promise<OpenStore> {
  const url = environment.DATABASE_URL || defaultDatabaseUrl(environment);
  const days = ledgerDays(environment);
  const storeText = environment.JEONBO_LEDGER_STORE_TEXT === '1';
  const database = await openDatabase(url);
  try {
    const key = await loadSecretKey(environment, url);
    const options = { key, storeText, ...(days === undefined ? {} : { days }) };
    return { database, key, ledger: await createLedger(database, options) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A mistyped number must not purge a ledger. */
function ledgerDays({ JEONBO_LEDGER_DAYS: given }: Environment): number | undefined {
  if (!given) return undefined;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new JeonboError('VALIDATION_ERROR', 'JEONBO_LEDGER_DAYS must be a whole number from 1.', {
    field: 'JEONBO_LEDGER_DAYS',
  });
}
