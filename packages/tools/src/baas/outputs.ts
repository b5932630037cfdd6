import type { SendReceipt } from '@jeonbo/core';
import { integer, list } from '../json-schema.ts';
import { sendOutput } from '../messaging/outputs.ts';

export const groupOutput = sendOutput({ group_id: integer, group_ids: list(integer) });

/** One number, as promised; all of them where texts differed and the vendor made several groups. */
export function groupIdsOf({ id }: Pick<SendReceipt, 'id'>): Record<string, unknown> {
  const [first, ...more] = id.split(',').filter(Boolean).map(Number);
  if (first === undefined) return {};
  return { group_id: first, ...(more.length > 0 && { group_ids: [first, ...more] }) };
}
