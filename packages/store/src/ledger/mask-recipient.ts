import { maskPhoneNumber, maskPhoneNumbersIn } from '@jeonbo/core';

/** Numbers are masked, within a name (`whatsapp:+82…`) too. A Kakao uuid or `me` tells a stranger nothing. */
export function maskRecipient(name: string): string {
  return /^\+?[\d\s()-]+$/.test(name) ? maskPhoneNumber(name) : maskPhoneNumbersIn(name);
}
