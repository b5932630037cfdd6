import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { SecretKey } from '../keys/secret-key.ts';
import { createRecords } from '../records/create-records.ts';

export interface MessagePage {
  readonly text: string;
  /** Who is shown as the sender. */
  readonly from?: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly expiresAt: number;
}

/** Long messages: the whole text, behind an id that stands in a link. Whoever has the id may read, nobody else can. */
export interface MessagePages {
  /** @param page its `owner` is kept with it, and shown to nobody */
  publish(page: {
    readonly text: string;
    readonly owner: string;
    readonly from?: string;
  }): Promise<{ readonly id: string; readonly expiresAt: number }>;
  /** Nothing after it has expired. */
  read(id: string): Promise<MessagePage | undefined>;
}

export interface MessagePagesOptions {
  /** Default 30 days. */
  readonly lifetimeMs?: number;
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  readonly now?: () => number;
}

interface KeptPage {
  readonly text: string;
  readonly owner: string;
  readonly from?: string;
  readonly createdAt: number;
}

const kind = 'message page';
const thirtyDaysMs = 30 * 24 * 60 * 60 * 1000;

/**
 * @example
 * const pages = await createMessagePages(database, key);
 * const { id } = await pages.publish({ text, owner: 'kakao:12345' });
 */
export async function createMessagePages(
  database: Database,
  key: SecretKey,
  { lifetimeMs = thirtyDaysMs, now = Date.now }: MessagePagesOptions = {},
): Promise<MessagePages> {
  const records = await createRecords(database, key, { now });
  return {
    async publish(page) {
      const id = randomBytes(16).toString('base64url');
      const createdAt = now();
      const expiresAt = createdAt + lifetimeMs;
      const kept: KeptPage = { ...page, createdAt };
      await records.put(kind, id, kept, { expiresAt });
      return { id, expiresAt };
    },
    async read(id) {
      const found = await records.get<KeptPage>(kind, id);
      if (!found || found.expiresAt === null) return undefined;
      const { owner: _hidden, ...page } = found.value;
      return { ...page, expiresAt: found.expiresAt };
    },
  };
}
