import { parsePhoneNumber } from '@jeonbo/core/phone';

/** The form that the vendor takes: `010-1234-5678`, `02-123-4567`, `1588-1234`. */
export function dashed(phoneNumber: string): string {
  return parsePhoneNumber(phoneNumber)?.dashed ?? phoneNumber;
}
