import type { HistoryEntry, HistoryPage, HistoryQuery } from '@jeonbo/core/ledger';
import type { Queryable, Row } from '../database/database.ts';
import { jsonRows } from '../database/json-rows.ts';

interface SendRow extends Row {
  seq: number;
  id: string;
  at: number;
  kind: string;
  text: string | null;
}

interface CountsRow extends Row {
  send_seq: number;
  accepted: number;
  rejected: number;
  in_doubt: number;
}

/** See SendLedger.history. A begin that found nothing new to send is no entry. */
export async function history(database: Queryable, query: HistoryQuery): Promise<HistoryPage> {
  const { provider, account, kind, offset = 0, limit = 20 } = query;
  const where = `account = ? AND provider = ? AND recipients > 0${kind === undefined ? '' : ' AND kind = ?'}`;
  const values = [account, provider, ...(kind === undefined ? [] : [kind])];
  const [count] = await database.query<{ total: number }>(
    `SELECT COUNT(*) AS total FROM ledger_sends WHERE ${where}`,
    values,
  );
  const sends = await database.query<SendRow>(
    `SELECT seq, id, at, kind, text FROM ledger_sends WHERE ${where} ORDER BY seq DESC LIMIT ? OFFSET ?`,
    [...values, limit, offset],
  );
  return { total: count?.total ?? 0, entries: await describe(database, sends) };
}

async function describe(database: Queryable, sends: readonly SendRow[]): Promise<HistoryEntry[]> {
  if (sends.length === 0) return [];
  const page = jsonRows(sends.map(({ seq }) => ({ seq })));
  const counts = await database.query<CountsRow>(countsSql, [page]);
  const ids = await database.query<{ send_seq: number; provider_id: string }>(idsSql, [page]);
  const masked = await database.query<{ send_seq: number; recipient: string }>(maskedSql, [page]);
  return sends.map(({ seq, ...send }) => {
    const own = counts.find((row) => row.send_seq === seq);
    return {
      ...send,
      providerIds: ids.flatMap((row) => (row.send_seq === seq ? [row.provider_id] : [])),
      accepted: own?.accepted ?? 0,
      rejected: own?.rejected ?? 0,
      inDoubt: own?.in_doubt ?? 0,
      recipients: masked.flatMap((row) => (row.send_seq === seq ? [row.recipient] : [])),
    };
  });
}

const ofPage = "send_seq IN (SELECT CAST(value->>'seq' AS BIGINT) FROM json_each(?))";

const countsSql = `SELECT send_seq,
    SUM(CASE state WHEN 'accepted' THEN 1 ELSE 0 END) AS accepted,
    SUM(CASE state WHEN 'rejected' THEN 1 ELSE 0 END) AS rejected,
    SUM(CASE WHEN state IN ('begun', 'unknown') THEN 1 ELSE 0 END) AS in_doubt
  FROM ledger_entries WHERE ${ofPage} GROUP BY send_seq`;

const idsSql = `SELECT send_seq, provider_id FROM ledger_entries WHERE provider_id IS NOT NULL AND ${ofPage}
  GROUP BY send_seq, provider_id ORDER BY send_seq, MIN(recipient_index)`;

const maskedSql = `SELECT send_seq, recipient FROM (
    SELECT send_seq, recipient, recipient_index,
      ROW_NUMBER() OVER (PARTITION BY send_seq ORDER BY recipient_index) AS place
    FROM ledger_entries WHERE ${ofPage}) AS numbered
  WHERE place <= 10 ORDER BY send_seq, recipient_index`;
