import type { SendReceipt } from '@jeonbo/core';
import {
  anyObject,
  described,
  flag,
  integer,
  list,
  type ObjectShape,
  object,
  text,
} from '../json-schema.ts';

export const issue = object({
  required: { code: text, field: text, message: text },
  optional: { position: integer, suggestion: text },
});

/** A send answers a receipt, a dry run or `confirmation_required`. */
export const sendOutput: ObjectShape = {
  required: {
    success: flag,
    message: text,
    sent_count: described(integer, 'accepted, not yet delivered'),
    failed_count: integer,
    warnings: list(anyObject),
  },
  optional: {
    group_id: integer,
    group_ids: list(integer),
    unknown_count: described(integer, 'may have been sent: never resend'),
    failures: list(anyObject),
    duplicate: flag,
    dry_run: flag,
    confirmation_required: flag,
    confirm_token: text,
    expires_in_seconds: integer,
    summary: anyObject,
  },
};

/** One number, as promised; all of them where texts differed and the vendor made several groups. */
export function groupIdsOf({ id }: Pick<SendReceipt, 'id'>): Record<string, unknown> {
  const [first, ...more] = id.split(',').filter(Boolean).map(Number);
  if (first === undefined) return {};
  return { group_id: first, ...(more.length > 0 && { group_ids: [first, ...more] }) };
}
