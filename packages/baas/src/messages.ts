import { type CallOptions, JeonboError } from '@jeonbo/core';
import { readRows } from './answers.ts';
import { provider } from './settings.ts';
import { required, signalOf, type Transport } from './transport.ts';
import type {
  BaasClientOptions,
  GroupMessage,
  GroupStatus,
  GroupStatusWord,
  HistoryInput,
} from './types.ts';

/** `GET /message/send_history/sms/{group_id}/messages`, for SMS and MMS groups, in both profiles. */
export async function getStatus(
  transport: Transport,
  groupId: number,
  options?: CallOptions,
): Promise<GroupStatus> {
  if (!Number.isSafeInteger(groupId) || groupId < 0)
    throw new JeonboError('VALIDATION_ERROR', 'groupId must be a whole number.', {
      provider,
      field: 'groupId',
    });
  const answer = await transport.request({
    method: 'GET',
    path: `/message/send_history/sms/${groupId}/messages`,
    safety: 'read',
    ...signalOf(options),
  });
  const rows = required(readRows(answer), answer, 'read');
  const messages = rows.map(
    (row): GroupMessage => ({
      phone: row.phone ?? '',
      name: row.name ?? null,
      status: row.result ?? '전송중',
      reason: row.reason ?? null,
    }),
  );
  const count = (word: string) => messages.filter(({ status }) => status === word).length;
  const [successCount, failedCount] = [count('성공'), count('실패')];
  const pendingCount = messages.length - successCount - failedCount;
  const status = groupWord(successCount, failedCount, pendingCount);
  return {
    groupId,
    status,
    totalCount: messages.length,
    successCount,
    failedCount,
    pendingCount,
    messages,
  };
}

/** No rows yet is under way, never a success. */
function groupWord(succeeded: number, failed: number, pending: number): GroupStatusWord {
  if (pending > 0 || succeeded + failed === 0) return '전송중';
  if (failed === 0) return '성공';
  return succeeded === 0 ? '실패' : '부분성공';
}

/** The vendor offers no history; `historyPath` is for the day it does. What it answers is handed on as it is. */
export async function getHistory(
  transport: Transport,
  { historyPath }: BaasClientOptions,
  { offset = 0, limit = 20, projectId }: HistoryInput = {},
  options?: CallOptions,
): Promise<unknown> {
  if (!historyPath)
    throw new JeonboError(
      'NOT_SUPPORTED',
      'The BaaS API has no history endpoint. Keep a ledger, or set historyPath if your vendor offers one.',
      { provider },
    );
  const project = transport.settings.projectId(projectId);
  const query = new URLSearchParams({ offset: String(offset), limit: String(limit) });
  if (project) query.set('project_id', project);
  const path = `${historyPath}?${query}`;
  return (await transport.request({ method: 'GET', path, safety: 'read', ...signalOf(options) }))
    .json;
}
