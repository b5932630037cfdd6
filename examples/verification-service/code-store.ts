import type { Database } from '../shared/database.ts';

/** One row a phone: the last code (as a signature, never the code itself) and what limits the next ones. */
export const codeSchema = `CREATE TABLE IF NOT EXISTS verification_codes (
  phone TEXT PRIMARY KEY, signature TEXT, expires_at BIGINT NOT NULL, attempts INTEGER NOT NULL,
  sent_at BIGINT NOT NULL, day_started_at BIGINT NOT NULL, sent_today INTEGER NOT NULL)`;

/** Every step is one atomic statement: a hundred requests at the same moment get no further than one would. */
export function createCodeStore(database: Database) {
  return {
    /** Notes a new code. False where the last one is too young, or the day's number is used up. */
    async put(phone: string, code: NewCode): Promise<boolean> {
      const { signature, now, lifetimeMs, coolDownMs, perDay } = code;
      const yesterday = now - 24 * 60 * 60 * 1000;
      const row = await database.first(
        `INSERT INTO verification_codes VALUES (?, ?, ?, 0, ?, ?, 1)
         ON CONFLICT (phone) DO UPDATE SET
           signature = excluded.signature, expires_at = excluded.expires_at, attempts = 0,
           sent_at = excluded.sent_at,
           sent_today = CASE WHEN verification_codes.day_started_at <= ? THEN 1
             ELSE verification_codes.sent_today + 1 END,
           day_started_at = CASE WHEN verification_codes.day_started_at <= ? THEN excluded.sent_at
             ELSE verification_codes.day_started_at END
         WHERE verification_codes.sent_at <= ?
           AND (verification_codes.sent_today < ? OR verification_codes.day_started_at <= ?)
         RETURNING phone`,
        ...[phone, signature, now + lifetimeMs, now, now],
        ...[yesterday, yesterday, now - coolDownMs, perDay, yesterday],
      );
      return row !== null;
    },

    /** Counts an attempt, then gives the signature to compare with: counting first leaves no gap for guessing. */
    async attempt(phone: string, now: number, maxAttempts: number): Promise<string | null> {
      const row = await database.first(
        `UPDATE verification_codes SET attempts = attempts + 1
         WHERE phone = ? AND signature IS NOT NULL AND expires_at > ? AND attempts < ?
         RETURNING signature`,
        ...[phone, now, maxAttempts],
      );
      return row && String(row.signature);
    },

    /** Uses the code up. True for one caller only. */
    async take(phone: string, signature: string): Promise<boolean> {
      const row = await database.first(
        `UPDATE verification_codes SET signature = NULL
         WHERE phone = ? AND signature = ? RETURNING phone`,
        ...[phone, signature],
      );
      return row !== null;
    },

    /** Takes back a code that certainly never left, so that the person may ask again at once. */
    async withdraw(phone: string, signature: string): Promise<void> {
      await database.first(
        `UPDATE verification_codes SET signature = NULL, sent_at = 0, sent_today = sent_today - 1
         WHERE phone = ? AND signature = ?`,
        ...[phone, signature],
      );
    },
  };
}

export type CodeStore = ReturnType<typeof createCodeStore>;

interface NewCode {
  readonly signature: string;
  readonly now: number;
  readonly lifetimeMs: number;
  readonly coolDownMs: number;
  readonly perDay: number;
}
