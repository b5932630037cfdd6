import type { DeliveryCounts, DeliveryStatus, MessageReport } from './messages.ts';

/** Counts what became of each message. A word that is no final state is pending. */
export function countDeliveries(messages: readonly MessageReport[]): DeliveryCounts {
  const count = (wanted: DeliveryStatus) =>
    messages.filter(({ status }) => status === wanted).length;
  const [delivered, failed, unknown] = [count('delivered'), count('failed'), count('unknown')];
  const pending = messages.length - delivered - failed - unknown;
  return { total: messages.length, delivered, failed, pending, unknown };
}

/**
 * One word for many messages. No messages are `queued`, never delivered; some delivered and the rest failed are
 * `partially_delivered`.
 */
export function aggregateStatus({
  total,
  delivered,
  failed,
  pending,
}: DeliveryCounts): DeliveryStatus {
  if (total === 0) return 'queued';
  if (pending > 0) return 'sent';
  if (delivered === total) return 'delivered';
  if (failed === total) return 'failed';
  return delivered + failed === total ? 'partially_delivered' : 'unknown';
}
