import type { Clock } from '../clock.ts';
import { limits } from './limits.ts';
import type { App } from './people.ts';

export interface QuotasData {
  readonly day: number;
  readonly counts: readonly (readonly [key: string, count: number])[];
}

const dayMs = 24 * 60 * 60 * 1000;
const seoulAheadMs = 9 * 60 * 60 * 1000;

/** Messages of one Korean day. A memo to oneself counts for the app only. */
export function createQuotas(clock: Clock) {
  const counts = new Map<string, number>();
  let day = today();

  function today(): number {
    return Math.floor((clock.now() + seoulAheadMs) / dayMs);
  }

  function sent(key: string): number {
    if (day !== today()) {
      counts.clear();
      day = today();
    }
    return counts.get(key) ?? 0;
  }

  function note(key: string): void {
    counts.set(key, sent(key) + 1);
  }

  return {
    /** How many more messages the app may send today. */
    left: ({ clientId, dailyQuota }: App): number => dailyQuota - sent(clientId),
    /** Why a message to this friend is too many today. */
    excess({ clientId }: App, sender: number, receiver: number): -532 | -533 | -536 | undefined {
      if (sent(`${clientId} from ${sender}`) >= limits.perDay.sender) return -532;
      if (sent(`${clientId} to ${receiver}`) >= limits.perDay.receiver) return -533;
      if (sent(`${clientId} ${sender} ${receiver}`) >= limits.perDay.pair) return -536;
      return undefined;
    },
    noteMemo: ({ clientId }: App): void => note(clientId),
    noteFriend({ clientId }: App, sender: number, receiver: number): void {
      note(clientId);
      note(`${clientId} from ${sender}`);
      note(`${clientId} to ${receiver}`);
      note(`${clientId} ${sender} ${receiver}`);
    },
    reset: (): void => counts.clear(),
    save: (): QuotasData => ({ day, counts: [...counts] }),
    load(data: QuotasData): void {
      counts.clear();
      day = data.day;
      for (const [key, count] of data.counts) counts.set(key, count);
    },
  };
}
