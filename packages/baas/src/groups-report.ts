import {
  aggregateStatus,
  type CallOptions,
  countDeliveries,
  type DeliveryReport,
  type MessageReport,
} from '@jeonbo/core';
import type { BaasClient } from './types.ts';

const words: Readonly<Record<string, string>> = { 성공: 'delivered', 실패: 'failed' };

export async function groupsReport(
  baas: BaasClient,
  id: string,
  call?: CallOptions,
): Promise<DeliveryReport> {
  // Anything that is no list of numbers ends as an invalid groupId, not as group 0.
  const groupIds = id.split(',').map((part) => (part === '' ? Number.NaN : Number(part)));
  const groups = await Promise.all(groupIds.map((groupId) => baas.messages.status(groupId, call)));
  const messages = groups.flatMap((group) =>
    group.messages.map(
      ({ phone, status, reason }): MessageReport => ({
        recipient: phone,
        status: words[status] ?? 'sent',
        providerStatus: status,
        ...(reason !== null && { reason }),
      }),
    ),
  );
  const counts = countDeliveries(messages);
  const providerStatus = groups.map(({ status }) => status).join(',');
  return { id, status: aggregateStatus(counts), providerStatus, counts, messages };
}
