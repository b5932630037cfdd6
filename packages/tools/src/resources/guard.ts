import type { AllowedRecipients } from '../guard/allowed-recipients.ts';
import { payerOf } from '../guard/payer.ts';
import { limitWindowMs } from '../guard/settings.ts';
import type { Resource } from './resource.ts';

/** The posture: what is on, what remains of the limit. Counts only: never a number, a name or a secret. */
export const guardResource: Resource = {
  name: 'guard',
  uri: 'jeonbo://guard',
  title: { en: 'Guard rails', ko: '안전장치' },
  description: {
    en: 'What is on, and what remains of the send limit',
    ko: '켜져 있는 안전장치와 남은 발송 한도',
  },
  mimeType: 'application/json',
  async read(_name, context) {
    const { guard, ledger, secrets } = context;
    const used = await ledger.usage(payerOf(context), limitWindowMs);
    const posture = {
      dry_run: guard.dryRun,
      recipients: guard.recipients,
      allowed_entries: guard.allowed && allowedEntries(guard.allowed),
      book_entries: guard.book?.size ?? null,
      send_limit: {
        max: guard.sendLimit,
        used,
        remaining: Math.max(0, guard.sendLimit - used),
        window_hours: limitWindowMs / 3_600_000,
      },
      duplicate_window_seconds: guard.duplicateWindowMs / 1000,
      confirm: guard.confirm,
      secret_scan: { patterns: true, own_secrets: secrets.length },
      audit_log: true,
    };
    return JSON.stringify(posture, null, 1);
  },
};

function allowedEntries({ numbers, prefixes, friends }: AllowedRecipients): number {
  return numbers.size + prefixes.length + friends.size;
}
