import type { MessageClient, OutboundMessage, SendReceipt } from '@jeonbo/core';
import { JeonboError } from '@jeonbo/core';
import type { Database } from './database.ts';

export const sendOnceSchema = `CREATE TABLE IF NOT EXISTS sends (
  key TEXT PRIMARY KEY, state TEXT NOT NULL, receipt TEXT, started_at BIGINT NOT NULL)`;

interface SendSummary {
  /** For the status call. */
  readonly id: string;
  readonly accepted: number;
  readonly rejected: number;
  readonly unknown: number;
}

export type SendResult =
  /** The provider took it. Accepted is not delivered. */
  | { readonly state: 'accepted'; readonly duplicate: boolean; readonly receipt: SendSummary }
  /** It may have left. Never send it again by program: a person looks at it. */
  | { readonly state: 'unknown'; readonly duplicate: boolean }
  /** Certainly not sent: the same call may be made again. */
  | { readonly state: 'not-sent'; readonly error: JeonboError };

/**
 * Sends a message once for its key, over restarts and several servers. The key is noted before anything leaves:
 * a crash in between leaves it `started`, which counts as unknown.
 */
export async function sendOnce(
  client: MessageClient,
  database: Database,
  message: OutboundMessage & { readonly idempotencyKey: string },
): Promise<SendResult> {
  const key = message.idempotencyKey;
  const claimed = await database.first(
    `INSERT INTO sends (key, state, started_at) VALUES (?, 'started', ?)
     ON CONFLICT DO NOTHING RETURNING key`,
    key,
    Date.now(),
  );
  if (!claimed) return earlier(await database.first('SELECT * FROM sends WHERE key = ?', key));
  const result = await client.send(message).then(accepted, failed);
  if (result.state === 'not-sent') await database.first('DELETE FROM sends WHERE key = ?', key);
  else {
    const receipt = result.state === 'accepted' ? JSON.stringify(result.receipt) : null;
    // Where this cannot be noted the key stays `started`. An error here would invite a second send.
    await database
      .first('UPDATE sends SET state = ?, receipt = ? WHERE key = ?', result.state, receipt, key)
      .catch(() => {});
  }
  return result;
}

function accepted({ id, accepted, rejected, unknown }: SendReceipt): SendResult {
  const receipt = {
    id,
    accepted: accepted.length,
    rejected: rejected.length,
    unknown: unknown.length,
  };
  return { state: 'accepted', duplicate: false, receipt };
}

function failed(error: unknown): SendResult {
  // An error that does not say so may come from anywhere, so the message may have left.
  const certain = JeonboError.is(error) && !error.mayHaveBeenSent;
  return certain ? { state: 'not-sent', error } : { state: 'unknown', duplicate: false };
}

function earlier(row: Readonly<Record<string, unknown>> | null): SendResult {
  if (row?.state !== 'accepted') return { state: 'unknown', duplicate: true };
  return { state: 'accepted', duplicate: true, receipt: JSON.parse(String(row.receipt)) };
}
