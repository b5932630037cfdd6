import { randomBytes } from 'node:crypto';
import type { ProviderHost } from '../gateway/provider.ts';
import type { MessageRecord } from './record.ts';

export interface TwilioStateData {
  readonly nextSequence: number;
  readonly records: readonly MessageRecord[];
}

export type TwilioState = ReturnType<typeof createTwilioState>;

/** The newest `keep` messages. One whose place on the phone is forgotten is forgotten here too. */
export function createTwilioState(keep: number, host: Pick<ProviderHost, 'message'>) {
  const records = new Map<string, MessageRecord>();
  let nextSequence = 1;

  function isKept({ messageId }: MessageRecord): boolean {
    return messageId === null || host.message(messageId) !== undefined;
  }

  function clear(): void {
    records.clear();
  }

  return {
    add(record: Omit<MessageRecord, 'sequence'>): MessageRecord {
      const [oldest] = records.keys();
      if (oldest !== undefined && records.size >= keep) records.delete(oldest);
      const added = { ...record, sequence: nextSequence };
      nextSequence += 1;
      records.set(added.sid, added);
      return added;
    },
    /** Changes a message that is still there, and gives what it became. */
    update(sid: string, change: Partial<MessageRecord>): MessageRecord | undefined {
      const record = records.get(sid);
      if (record === undefined) return undefined;
      const changed = { ...record, ...change };
      records.set(sid, changed);
      return changed;
    },
    get(sid: string): MessageRecord | undefined {
      const record = records.get(sid);
      return record !== undefined && isKept(record) ? record : undefined;
    },
    remove: (sid: string): boolean => records.delete(sid),
    /** Newest first. */
    ofAccount: (accountSid: string, matches: (record: MessageRecord) => boolean): MessageRecord[] =>
      [...records.values()]
        .filter((record) => record.accountSid === accountSid && matches(record) && isKept(record))
        .reverse(),
    scheduled: (): MessageRecord[] =>
      [...records.values()].filter(({ status }) => status === 'scheduled'),
    clear,
    reset(): void {
      clear();
      nextSequence = 1;
    },
    save: (): TwilioStateData => ({ nextSequence, records: [...records.values()] }),
    load(data: TwilioStateData): void {
      clear();
      nextSequence = data.nextSequence;
      for (const record of data.records) records.set(record.sid, record);
    },
  };
}

/** Two letters that say what it is, then 32 hexadecimal digits. */
export function newSid(prefix: 'SM' | 'MM' | 'ME'): string {
  return prefix + randomBytes(16).toString('hex');
}
