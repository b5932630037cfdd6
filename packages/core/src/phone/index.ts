// The public surface of @jeonbo/core/phone.
export type { RecipientNumberRules } from './check-recipient-number.ts';
export { checkRecipientNumber } from './check-recipient-number.ts';
export type { SenderNumberRules } from './check-sender-number.ts';
export { checkSenderNumber } from './check-sender-number.ts';
export { isE164, parsePhoneNumber } from './parse-phone-number.ts';
export type { ParsedPhone, PhoneKind } from './types.ts';
