import type { DeliveryState, SandboxEvent, SandboxMessage } from '../contract.ts';
import type { Ending, MessageDraft } from './draft.ts';
import { findCode } from './find-code.ts';

/** Every message ever accepted, by its state; those no longer kept are counted by how they end. */
export type MessageCounts = Readonly<Record<DeliveryState | 'total' | 'kept', number>>;

export interface LogEntry {
  readonly message: SandboxMessage;
  readonly ending: Ending;
  /** Number of the log's change in which this entry last changed. */
  readonly change: number;
}

export interface MessageLogState {
  readonly nextId: number;
  readonly counts: Readonly<Record<DeliveryState, number>>;
  readonly entries: readonly Omit<LogEntry, 'change'>[];
}

export type MessageLog = ReturnType<typeof createMessageLog>;

/** The newest `keep` messages. Messages are values: a change of state replaces one. */
export function createMessageLog(keep: number) {
  const entries = new Map<number, LogEntry>();
  const listeners = new Set<(event: SandboxEvent) => void>();
  let counts: Record<DeliveryState, number> = { pending: 0, sent: 0, delivered: 0, failed: 0 };
  let nextId = 1;
  /** Ids follow each other, so the oldest is known; a Map looks for its first through all that was deleted. */
  let oldestId = 1;
  let change = 0;
  let lastReset = 0;

  function tell(event: SandboxEvent): void {
    for (const listener of listeners) listener(event);
  }

  function put(message: SandboxMessage, ending: Ending): void {
    change += 1;
    entries.set(message.id, { message, ending, change });
    tell({ type: 'message', message });
  }

  function forgetOldest(): void {
    const oldest = entries.get(oldestId);
    oldestId += 1;
    if (oldest === undefined) return;
    entries.delete(oldest.message.id);
    // No timer will find it again, so it is counted as what it was going to be.
    counts[oldest.message.state] -= 1;
    counts[oldest.ending.state] += 1;
  }

  function clear(): void {
    entries.clear();
    oldestId = nextId;
    counts = { pending: 0, sent: 0, delivered: 0, failed: 0 };
    change += 1;
    lastReset = change;
    tell({ type: 'reset' });
  }

  return {
    add(drafts: readonly MessageDraft[], exchangeId: number, now: number): SandboxMessage[] {
      const timeline = [{ state: 'pending', at: new Date(now).toISOString() }] as const;
      const codes = new Map<string, string | null>();
      return drafts.map(({ ending, ...draft }) => {
        if (!codes.has(draft.text)) codes.set(draft.text, findCode(draft.text));
        const code = codes.get(draft.text) ?? null;
        if (entries.size >= keep) forgetOldest();
        counts.pending += 1;
        const message: SandboxMessage = {
          id: nextId,
          ...draft,
          state: 'pending',
          reason: null,
          code,
          timeline,
          exchangeId,
        };
        nextId += 1;
        put(message, ending);
        return message;
      });
    },

    /** Moves a message on, if it is still kept. */
    move(
      id: number,
      state: DeliveryState,
      reason: string | null,
      now: number,
    ): SandboxMessage | undefined {
      const entry = entries.get(id);
      if (entry === undefined || entry.message.state === state) return undefined;
      const { message } = entry;
      counts[message.state] -= 1;
      counts[state] += 1;
      const timeline = [...message.timeline, { state, at: new Date(now).toISOString() }];
      const moved = { ...message, state, reason, timeline };
      put(moved, entry.ending);
      return moved;
    },

    get: (id: number): LogEntry | undefined => entries.get(id),
    /** In the order of their ids: replacing a value keeps its place in a Map. */
    all: (): Iterable<LogEntry> => entries.values(),
    counts: (): MessageCounts => ({
      ...counts,
      total: counts.pending + counts.sent + counts.delivered + counts.failed,
      kept: entries.size,
    }),
    position: () => ({ change, lastReset }),
    clear,

    subscribe(listener: (event: SandboxEvent) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    save: (): MessageLogState => ({
      nextId,
      counts: { ...counts },
      entries: [...entries.values()].map(({ message, ending }) => ({ message, ending })),
    }),
    load(state: MessageLogState): void {
      clear();
      nextId = state.nextId;
      oldestId = state.entries[0]?.message.id ?? nextId;
      counts = { ...state.counts };
      for (const { message, ending } of state.entries) put(message, ending);
    },
  };
}
