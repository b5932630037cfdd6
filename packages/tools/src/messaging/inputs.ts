import type { Recipient } from '@jeonbo/core';
import { parsePhoneNumber } from '@jeonbo/core/phone';
import * as z from 'zod/mini';
import type { Words } from '../words.ts';

// What tools of every provider take, and what they call it.

export const variables = z.optional(z.record(z.string(), z.union([z.string(), z.number()])));

export const purpose = z.optional(z.enum(['transactional', 'ad', 'otp']));

export const consentFields = {
  purpose,
  night_consent: z.optional(z.boolean()),
  confirm_token: z.optional(z.string()),
};

export const consentWords = {
  purpose: { en: 'ad applies the advertising rules', ko: 'ad이면 광고 규칙을 적용' },
  night_consent: {
    en: 'Ads 21:00–08:00 KST: recipients agreed to them',
    ko: '21~08시 광고 수신에 따로 동의받음',
  },
  confirm_token: {
    en: 'From a confirmation_required answer, after the user agreed',
    ko: '사용자가 동의한 뒤 confirmation_required 응답의 토큰',
  },
} as const satisfies Record<string, Words>;

/** The ledger's name of a recipient: one person is one, however the number is written. */
export function nameOf(recipient: Recipient): string {
  if (recipient === 'me') return 'me';
  if ('kakaoUuid' in recipient) return recipient.kakaoUuid;
  const phone = parsePhoneNumber(recipient.phoneNumber);
  return phone?.e164 ?? phone?.digits ?? recipient.phoneNumber;
}
