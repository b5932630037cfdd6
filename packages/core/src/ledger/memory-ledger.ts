import { JeonboError } from '../error.ts';
import { maskPhoneNumber } from '../mask.ts';
import type {
  BeginOptions,
  BeginResult,
  HistoryEntry,
  LedgerRecipient,
  PriorEntry,
  SendLedger,
  SendSummary,
} from './ledger.ts';
import { inDoubtWindowMs } from './ledger.ts';

type State = 'in-doubt' | 'accepted' | 'rejected';

interface Entry {
  readonly scope: string;
  readonly name: string;
  readonly content: string;
  readonly at: number;
  state: State;
  providerId: string | null;
}

interface Batch {
  readonly summary: SendSummary;
  readonly at: number;
  /** By index in `summary.recipients`; holes where nothing new was begun. */
  readonly entries: Map<number, Entry>;
}

/**
 * A ledger that lives as long as the process: enough against a double click, not against a crash. Give a stored one
 * where a restart must not forget.
 *
 * @param now the time in milliseconds since 1970; default the clock
 */
export function createMemoryLedger(now: () => number = Date.now): SendLedger {
  const batches = new Map<string, Batch>();
  const byRecipient = new Map<string, Entry[]>();

  const usage = (account: string, windowMs: number) =>
    [...batches.values()]
      .filter((batch) => batch.summary.account === account && batch.at > now() - windowMs)
      .flatMap((batch) => [...batch.entries.values()])
      .filter((entry) => entry.state !== 'rejected').length;

  const earlier = (scope: string, { name }: LedgerRecipient) =>
    byRecipient.get(`${scope} ${name}`) ?? [];

  return {
    async begin(key, summary, options = {}) {
      const scope = JSON.stringify([summary.provider, summary.account, key]);
      const { recipients } = summary;
      const conflict = (recipient: LedgerRecipient) => {
        const entries = earlier(scope, recipient);
        return entries.length > 0 && !entries.some(({ content }) => content === recipient.content);
      };
      if (key !== null && recipients.some(conflict)) return { state: 'conflict' };

      const sorted = sortOut(recipients, now(), options, (recipient) =>
        earlier(scope, recipient).filter(({ content }) => content === recipient.content),
      );
      const { limit } = options;
      const used = limit ? usage(summary.account, limit.windowMs) : 0;
      if (limit && sorted.fresh.length > 0 && used + sorted.fresh.length > limit.max)
        return { state: 'limit-reached', max: limit.max, used };

      const id = crypto.randomUUID();
      const entries = new Map<number, Entry>();
      for (const index of sorted.fresh) {
        const { name, content } = recipients[index] as LedgerRecipient;
        const entry: Entry = {
          scope,
          name,
          content,
          at: now(),
          state: 'in-doubt',
          providerId: null,
        };
        entries.set(index, entry);
        byRecipient.set(`${scope} ${name}`, [...earlier(scope, { name, content }), entry]);
      }
      batches.set(id, { summary, at: now(), entries });
      return { state: 'begun', id, ...sorted };
    },

    async settle(id, outcome) {
      const entries = batches.get(id)?.entries;
      if (!entries) throw new JeonboError('NOT_FOUND', 'The ledger has no send with this id.');
      const change = (index: number, state: State, providerId: string | null) => {
        const entry = entries.get(index);
        if (!entry)
          throw new JeonboError('VALIDATION_ERROR', `The send has no recipient ${index}.`);
        if (entry.state === 'accepted') return;
        entry.state = state;
        entry.providerId = providerId;
      };
      for (const { index, providerId } of outcome.accepted ?? [])
        change(index, 'accepted', providerId);
      for (const { index } of outcome.rejected ?? []) change(index, 'rejected', null);
      for (const { index } of outcome.unknown ?? []) change(index, 'in-doubt', null);
    },

    async history({ provider, account, kind, offset = 0, limit = 20 }) {
      const found = [...batches]
        .filter(([, { summary, entries }]) => {
          const same = summary.provider === provider && summary.account === account;
          return same && entries.size > 0 && (kind === undefined || summary.kind === kind);
        })
        .reverse();
      const entries = found.slice(offset, offset + limit).map(([id, batch]) => describe(id, batch));
      return { total: found.length, entries };
    },

    async usage(account, windowMs) {
      return usage(account, windowMs);
    },
  };
}

/** Which recipients are new, which had it before, which may have had it. */
function sortOut(
  recipients: readonly LedgerRecipient[],
  now: number,
  { windowMs = Number.POSITIVE_INFINITY }: BeginOptions,
  earlier: (recipient: LedgerRecipient) => readonly Entry[],
): Pick<Extract<BeginResult, { state: 'begun' }>, 'fresh' | 'duplicates' | 'inDoubt'> {
  const fresh: number[] = [];
  const duplicates: PriorEntry[] = [];
  const inDoubt: PriorEntry[] = [];
  for (const [index, recipient] of recipients.entries()) {
    const entries = earlier(recipient);
    const accepted = entries.findLast(
      ({ state, at }) => state === 'accepted' && at > now - windowMs,
    );
    const doubtful = entries.findLast(
      ({ state, at }) => state === 'in-doubt' && at > now - Math.max(windowMs, inDoubtWindowMs),
    );
    const prior = accepted ?? doubtful;
    if (!prior) fresh.push(index);
    else
      (prior === accepted ? duplicates : inDoubt).push({
        index,
        at: prior.at,
        providerId: prior.providerId,
      });
  }
  return { fresh, duplicates, inDoubt };
}

function describe(id: string, { summary, at, entries }: Batch): HistoryEntry {
  const all = [...entries.values()];
  const count = (state: State) => all.filter((entry) => entry.state === state).length;
  const ids = all.flatMap(({ providerId }) => (providerId === null ? [] : [providerId]));
  return {
    id,
    at,
    kind: summary.kind,
    providerIds: [...new Set(ids)],
    accepted: count('accepted'),
    rejected: count('rejected'),
    inDoubt: count('in-doubt'),
    recipients: all.slice(0, 10).map(({ name }) => maskName(name)),
    text: null,
  };
}

/** Numbers are masked; a Kakao uuid or `me` tells no stranger anything. */
function maskName(name: string): string {
  return /^\+?[\d-]+$/.test(name) ? maskPhoneNumber(name) : name;
}
