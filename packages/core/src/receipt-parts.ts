import type { ReceiptPart, SendReceipt } from './messages.ts';

/** What a receipt says of its parts: their ids without repeats, and everybody who was accepted. */
export function joinParts(parts: readonly ReceiptPart[]) {
  const ids = new Set(parts.map(({ id }) => id).filter(Boolean));
  const accepted = parts.flatMap(({ recipients }) => recipients);
  return { id: [...ids].join(','), accepted, parts };
}

/** The parts of a receipt; a client that has one id for all need not name any. */
export function partsOf({ id, accepted, parts }: SendReceipt): readonly ReceiptPart[] {
  return parts ?? [{ id, recipients: accepted }];
}
