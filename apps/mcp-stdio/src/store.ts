import { JeonboError } from '@jeonbo/core';
import type { AuditLog, ConfirmationStore, SendLedger } from '@jeonbo/core/ledger';
import type { Database, SecretKey, StoreLedger } from '@jeonbo/store';
import type { Environment } from './types.ts';

export interface OpenStore {
  readonly database: Database;
  readonly key: SecretKey;
  readonly ledger: StoreLedger;
}

/** A store that is opened when it is first needed, so that no handshake waits for a disk. */
export interface LazyStore {
  readonly ledger: SendLedger & AuditLog & ConfirmationStore;
  /** Opens it now. A failure is not kept: the next use tries again. */
  open(): Promise<OpenStore>;
  close(): Promise<void>;
}

export function createLazyStore(environment: Environment): LazyStore {
  let opening: Promise<OpenStore> | undefined;
  let closed = false;
  const open = () => {
    if (closed) throw new JeonboError('INTERNAL_ERROR', 'The store is closed.');
    opening ??= openStore(environment).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  const ledger = async () => (await open()).ledger;
  return {
    open: async () => open(),
    ledger: {
      begin: async (...values) => (await ledger()).begin(...values),
      settle: async (...values) => (await ledger()).settle(...values),
      history: async (...values) => (await ledger()).history(...values),
      usage: async (...values) => (await ledger()).usage(...values),
      append: async (...values) => (await ledger()).append(...values),
      issue: async (...values) => (await ledger()).issue(...values),
      redeem: async (...values) => (await ledger()).redeem(...values),
    },
    close: async () => {
      closed = true;
      const opened = await opening?.catch(() => undefined);
      await opened?.database.close();
    },
  };
}

async function openStore(environment: Environment): Promise<OpenStore> {
  const { createLedger, defaultDatabaseUrl, loadSecretKey, openDatabase } = await import(
    '@jeonbo/store'
  );
  const url = environment.DATABASE_URL || defaultDatabaseUrl(environment);
  const database = await openDatabase(url);
  try {
    const key = await loadSecretKey(environment, url);
    const days = ledgerDays(environment);
    const storeText = environment.JEONBO_LEDGER_STORE_TEXT === '1';
    const options = { key, storeText, ...(days === undefined ? {} : { days }) };
    return { database, key, ledger: await createLedger(database, options) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** @throws JeonboError `VALIDATION_ERROR`: a mistyped number must not purge a ledger */
export function ledgerDays({ JEONBO_LEDGER_DAYS: given }: Environment): number | undefined {
  if (!given) return undefined;
  const days = Number(given);
  if (Number.isInteger(days) && days >= 1) return days;
  throw new JeonboError('VALIDATION_ERROR', 'JEONBO_LEDGER_DAYS must be a whole number from 1.', {
    field: 'JEONBO_LEDGER_DAYS',
  });
}
