import { JeonboError } from '@jeonbo/core';
import type { AuditLog, ConfirmationStore, SendLedger } from '@jeonbo/core/ledger';
import type { OpenStore } from '@jeonbo/server';
import type { Environment } from './types.ts';

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
    opening ??= import('./open-store.ts')
      .then(({ openStore }) => openStore(environment))
      .catch((error: unknown) => {
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
      owns: async (...values) => (await ledger()).owns(...values),
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
