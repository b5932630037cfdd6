import type { SendReceipt } from '@jeonbo/core';
import * as z from 'zod/mini';

export const issue = z.object({
  code: z.string(),
  field: z.string(),
  message: z.string(),
  position: z.optional(z.int()),
  suggestion: z.optional(z.string()),
});

/** A send answers a receipt, a dry run or `confirmation_required`. */
export const sendOutput = z.object({
  success: z.boolean(),
  group_id: z.optional(z.int()),
  group_ids: z.optional(z.array(z.int())),
  message: z.string(),
  sent_count: z.int().check(z.meta({ description: 'accepted, not yet delivered' })),
  failed_count: z.int(),
  unknown_count: z.optional(
    z.int().check(z.meta({ description: 'may have been sent: never resend' })),
  ),
  duplicate: z.optional(z.boolean()),
  dry_run: z.optional(z.boolean()),
  confirmation_required: z.optional(z.boolean()),
  confirm_token: z.optional(z.string()),
  expires_in_seconds: z.optional(z.int()),
  summary: z.optional(z.looseObject({})),
  failures: z.optional(z.array(z.looseObject({}))),
  warnings: z.array(z.looseObject({})),
});

/** One number, as promised; all of them where texts differed and the vendor made several groups. */
export function groupIdsOf({ id }: Pick<SendReceipt, 'id'>): Record<string, unknown> {
  const [first, ...more] = id.split(',').filter(Boolean).map(Number);
  if (first === undefined) return {};
  return { group_id: first, ...(more.length > 0 && { group_ids: [first, ...more] }) };
}
