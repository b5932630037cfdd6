import type { Database } from '../shared/database.ts';

export const notesSchema =
  'CREATE TABLE IF NOT EXISTS alerts (key TEXT PRIMARY KEY, state TEXT NOT NULL, sid TEXT)';

/** What the agent remembers of its alerts, over runs. */
export function createAlertNotes(database: Database) {
  return {
    /** How far it is: `started` may have left, since nobody wrote down how it ended. */
    async stateOf(key: string): Promise<string | undefined> {
      const row = await database.first('SELECT state FROM alerts WHERE key = ?', key);
      return row ? String(row.state) : undefined;
    },
    /** Before anything leaves. False where another run was first: then this one does nothing. */
    async claim(key: string): Promise<boolean> {
      const row = await database.first(
        `INSERT INTO alerts (key, state) VALUES (?, 'started') ON CONFLICT DO NOTHING RETURNING key`,
        key,
      );
      return row !== null;
    },
    async settle(key: string, state: 'sent' | 'unknown', sid: string | null): Promise<void> {
      await database.first('UPDATE alerts SET state = ?, sid = ? WHERE key = ?', state, sid, key);
    },
    /** Certainly not sent: the next run may try again. */
    async release(key: string): Promise<void> {
      await database.first('DELETE FROM alerts WHERE key = ?', key);
    },
  };
}

export type AlertNotes = ReturnType<typeof createAlertNotes>;
