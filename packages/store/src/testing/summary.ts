import type { LedgerRecipient, SendSummary } from '@jeonbo/core/ledger';

/** A text to recipients +821010000000, +821010000001, … */
export function summary(count: number, text = '안녕하세요', from = 0): SendSummary {
  const recipients = Array.from({ length: count }, (_, index): LedgerRecipient => {
    return { name: `+8210${10_000_000 + from + index}`, content: text };
  });
  return {
    provider: 'baas',
    account: 'project-1',
    payer: 'payer-1',
    kind: 'sms',
    recipients,
    text,
  };
}
