import type { Clock } from '../clock.ts';
import type { SandboxMessage } from '../contract.ts';
import type { DeliveryStep } from '../gateway/provider.ts';
import { isFinal } from './draft.ts';
import type { MessageLog } from './message-log.ts';

/** The messages of one request move together: one timer for a thousand of them. */
interface Batch {
  readonly firstId: number;
  readonly lastId: number;
  readonly stepMs: number;
  readonly next: 'leaving' | 'sent' | 'end';
  readonly dueAt: number;
}

/** A batch with the time it still has to wait, so that it can go on at another time. */
export type DeliveryState = readonly (Omit<Batch, 'dueAt'> & { readonly remainingMs: number })[];

/** Moves messages on by themselves: pending → sent → delivered or failed, `stepMs` each. `onStep` is told of each. */
export function createDelivery(
  log: MessageLog,
  clock: Clock,
  onStep: (message: SandboxMessage, step: DeliveryStep) => void,
) {
  const batches = new Map<Batch, () => void>();

  function schedule(batch: Omit<Batch, 'dueAt'>, remainingMs: number): void {
    if (remainingMs <= 0) {
      step(batch);
      return;
    }
    const waiting: Batch = { ...batch, dueAt: clock.now() + remainingMs };
    const cancel = clock.setTimer(() => {
      batches.delete(waiting);
      step(waiting);
    }, remainingMs);
    batches.set(waiting, cancel);
  }

  function step(batch: Omit<Batch, 'dueAt'>): void {
    const now = clock.now();
    let left = false;
    for (let id = batch.firstId; id <= batch.lastId; id += 1) {
      const entry = log.get(id);
      // Forgotten, or stays where it is.
      if (entry === undefined || entry.ending.state === entry.message.state) continue;
      const { ending } = entry;
      if (batch.next === 'leaving') {
        onStep(entry.message, 'leaving');
        left = true;
        continue;
      }
      const state = batch.next === 'sent' && ending.unsent !== true ? 'sent' : ending.state;
      if (state === 'pending') continue;
      const moved = log.move(id, state, isFinal(state) ? ending.reason : null, now);
      if (moved !== undefined) onStep(moved, state);
      left ||= ending.state !== state;
    }
    if (!left || batch.next === 'end') return;
    const next = batch.next === 'leaving' ? 'sent' : 'end';
    schedule({ ...batch, next }, next === 'sent' ? batch.stepMs - half(batch) : batch.stepMs);
  }

  function stop(): void {
    for (const cancel of batches.values()) cancel();
    batches.clear();
  }

  return {
    /** `tellsLeaving`: its provider has a word for a message on its way out, so that step is told too. */
    start(firstId: number, lastId: number, stepMs: number, tellsLeaving: boolean): void {
      const batch = { firstId, lastId, stepMs };
      if (tellsLeaving) schedule({ ...batch, next: 'leaving' }, half(batch));
      else schedule({ ...batch, next: 'sent' }, stepMs);
    },
    /** A batch whose last message is forgotten needs no timer: keeps memory constant under slow delivery. */
    dropForgotten(): void {
      for (const [batch, cancel] of batches) {
        if (log.get(batch.lastId) !== undefined) break;
        cancel();
        batches.delete(batch);
      }
    },
    stop,
    save: (): DeliveryState =>
      [...batches.keys()].map(({ dueAt, ...batch }) => ({
        ...batch,
        remainingMs: Math.max(0, dueAt - clock.now()),
      })),
    load(state: DeliveryState): void {
      stop();
      for (const { remainingMs, ...batch } of state) schedule(batch, remainingMs);
    },
  };
}

function half({ stepMs }: Pick<Batch, 'stepMs'>): number {
  return Math.floor(stepMs / 2);
}
