import type { Fault } from '../contract.ts';

const cuts = {
  'before-read': 'cut before the request was read',
  'after-read': 'cut after the request was processed',
  'half-answer': 'cut in the middle of the answer',
} as const;

/** A fault in words, for the exchange in the inbox. */
export function describeFault(fault: Fault): string {
  const parts: string[] = [];
  const processed = fault.processed === true ? ' after processing' : '';
  if (fault.status !== undefined) parts.push(`answered ${fault.status}${processed}`);
  else if (fault.retryAfter !== undefined) parts.push(`answered 429${processed}`);
  if (fault.body !== undefined) parts.push(`answered a given body${processed}`);
  if (fault.retryAfter !== undefined) parts.push(`Retry-After ${fault.retryAfter}`);
  if (fault.delayMs !== undefined) parts.push(`waited ${fault.delayMs} ms`);
  if (fault.cut !== undefined) parts.push(cuts[fault.cut]);
  if (fault.result !== undefined) {
    const { state, reason } = fault.result;
    parts.push(`messages end ${state}${reason === undefined ? '' : ` (${reason})`}`);
  }
  if (fault.deliveryMs !== undefined)
    parts.push(`each step of delivery takes ${fault.deliveryMs} ms`);
  return parts.join('; ');
}
