import type { CallOptions } from '@jeonbo/core';
import { maskPhoneNumber } from '@jeonbo/core';
import { demandOwn } from '../guard/own-sends.ts';
import { quote } from '../quote.ts';
import type { BaasContext } from './context.ts';

/** What became of a group, in the vendor's words; for the tool and the resource. */
export async function readGroup(groupId: number, context: BaasContext, options: CallOptions) {
  const { baas, guard, secrets } = context;
  await demandOwn('baas', String(groupId), context);
  const group = await baas.messages.status(groupId, options);
  // With a book the agent was never told a number, so it is told none here.
  const phoneOf = (phone: string) => (guard.recipients === 'book' ? maskPhoneNumber(phone) : phone);
  return {
    group_id: group.groupId,
    status: group.status,
    total_count: group.totalCount,
    success_count: group.successCount,
    failed_count: group.failedCount,
    pending_count: group.pendingCount,
    messages: group.messages.map(({ phone, name, status, reason }) => ({
      phone: phoneOf(phone),
      name,
      status,
      reason: reason === null ? null : quote(reason, secrets),
    })),
  };
}
