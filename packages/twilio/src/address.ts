import { parsePhoneNumber } from '@jeonbo/core/phone';

/** `whatsapp:+14155550123`, `messenger:…`, `rcs:…`: what stands behind the colon is the channel's own matter. */
export function isChannelAddress(input: string): boolean {
  return /^[a-z]+:\S+$/.test(input);
}

/** The form that Twilio takes: E.164, or a channel address as it is. */
export function recipientAddress(input: string): string | undefined {
  return isChannelAddress(input) ? input : parsePhoneNumber(input)?.e164;
}

/** Letters, digits and a few signs, at most 11, one of them a letter: https://www.twilio.com/docs/glossary/what-alphanumeric-sender-id */
export function isAlphanumericSender(input: string): boolean {
  return /^(?=.*[A-Za-z])[\w &.+-]{1,11}$/.test(input);
}

/** A number in E.164, a short code or a representative number in digits, letters and channels as they are. */
export function senderAddress(input: string): string | undefined {
  const phone = parsePhoneNumber(input);
  if (phone) return phone.e164 ?? phone.digits;
  const stays = /^\d{3,8}$/.test(input) || isAlphanumericSender(input) || isChannelAddress(input);
  return stays ? input : undefined;
}

/** What is no address is looked for as it is: Twilio finds nothing then. */
export function addressFilter(input: string | undefined): string | undefined {
  return input && (senderAddress(input) ?? input);
}

export function isKorean(input: string): boolean {
  return recipientAddress(input)?.startsWith('+82') ?? false;
}
