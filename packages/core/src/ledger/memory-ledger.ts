import { JeonboError } from '../error.ts';
import { maskPhoneNumber } from '../mask.ts';
import type {
  HistoryEntry,
  LedgerRecipient,
  PriorEntry,
  SendLedger,
  SendSummary,
} from './ledger.ts';
import { inDoubtWindowMs } from './ledger.ts';

type State = 'in-doubt' | 'accepted' | 'rejected';

interface Entry {
  /** Provider, account, key and recipient: what two entries must share for one to stand for the other. */
  readonly scope: string;
  readonly recipient: LedgerRecipient;
  readonly index: number;
  readonly at: number;
  state: State;
  providerId: string | null;
}

interface Batch {
  readonly id: string;
  readonly summary: SendSummary;
  readonly at: number;
  readonly entries: readonly Entry[];
}

/**
 * A ledger that lives as long as the process: enough against a double click, not against a crash. Give a stored one
 * where a restart must not forget.
 *
 * @param now the time in milliseconds since 1970; default the clock
 */
export function createMemoryLedger(now: () => number = Date.now): SendLedger {
  const batches: Batch[] = [];
  const byScope = new Map<string, Entry[]>();

  const usage = (payer: string, windowMs: number) =>
    batches
      .filter(({ summary, at }) => summary.payer === payer && at > now() - windowMs)
      .reduce((sum, { entries }) => sum + entries.length - count(entries, 'rejected'), 0);

  return {
    async begin(key, summary, { windowMs = Number.POSITIVE_INFINITY, limit } = {}) {
      const at = now();
      const fresh: Entry[] = [];
      const duplicates: PriorEntry[] = [];
      const inDoubt: PriorEntry[] = [];
      for (const [index, recipient] of summary.recipients.entries()) {
        const scope = JSON.stringify([summary.provider, summary.account, key, recipient.name]);
        const earlier = byScope.get(scope) ?? [];
        const same = earlier.filter((entry) => entry.recipient.content === recipient.content);
        if (key !== null && earlier.length > same.length && same.length === 0)
          return { state: 'conflict' };
        const within = (state: State, span: number) =>
          same.findLast((entry) => entry.state === state && entry.at > at - span);
        const accepted = within('accepted', windowMs);
        const prior = accepted ?? within('in-doubt', Math.max(windowMs, inDoubtWindowMs));
        if (prior)
          (accepted ? duplicates : inDoubt).push({
            index,
            at: prior.at,
            providerId: prior.providerId,
          });
        else fresh.push({ scope, recipient, index, at, state: 'in-doubt', providerId: null });
      }
      const used = limit && fresh.length > 0 ? usage(summary.payer, limit.windowMs) : 0;
      if (limit && used + fresh.length > limit.max)
        return { state: 'limit-reached', max: limit.max, used };

      const id = crypto.randomUUID();
      batches.push({ id, summary, at, entries: fresh });
      for (const entry of fresh)
        byScope.set(entry.scope, [...(byScope.get(entry.scope) ?? []), entry]);
      return { state: 'begun', id, fresh: fresh.map(({ index }) => index), duplicates, inDoubt };
    },

    async settle(id, { accepted = [], rejected = [], unknown = [] }) {
      const batch = batches.find((one) => one.id === id);
      const change = (state: State, index: number, providerId: string | null = null) => {
        const entry = batch?.entries.find((one) => one.index === index);
        if (!entry)
          throw new JeonboError('NOT_FOUND', `The ledger has no recipient ${index} of send ${id}.`);
        // What was accepted stays so, whatever is said later.
        if (entry.state !== 'accepted') Object.assign(entry, { state, providerId });
      };
      for (const { index, providerId } of accepted) change('accepted', index, providerId);
      for (const { index } of rejected) change('rejected', index);
      for (const { index } of unknown) change('in-doubt', index);
    },

    async history({ provider, account, kind, offset = 0, limit = 20 }) {
      const found = batches
        .filter(({ summary, entries }) => {
          const same = summary.provider === provider && summary.account === account;
          return same && entries.length > 0 && (kind ?? summary.kind) === summary.kind;
        })
        .reverse();
      return { total: found.length, entries: found.slice(offset, offset + limit).map(describe) };
    },

    usage: async (payer, windowMs) => usage(payer, windowMs),

    owns: async ({ provider, payer, providerId }) =>
      batches.some(
        ({ summary, entries }) =>
          summary.provider === provider &&
          summary.payer === payer &&
          entries.some((entry) => entry.providerId === providerId),
      ),
  };
}

function count(entries: readonly Entry[], state: State): number {
  return entries.filter((entry) => entry.state === state).length;
}

function describe({ id, summary, at, entries }: Batch): HistoryEntry {
  const ids = entries.flatMap(({ providerId }) => providerId ?? []);
  return {
    id,
    at,
    kind: summary.kind,
    providerIds: [...new Set(ids)],
    accepted: count(entries, 'accepted'),
    rejected: count(entries, 'rejected'),
    inDoubt: count(entries, 'in-doubt'),
    recipients: entries.slice(0, 10).map(({ recipient }) => maskName(recipient.name)),
    text: null,
  };
}

/** Numbers are masked; a Kakao uuid or `me` tells no stranger anything. */
function maskName(name: string): string {
  return /^\+?[\d-]+$/.test(name) ? maskPhoneNumber(name) : name;
}
