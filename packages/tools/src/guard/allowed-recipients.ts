import type { Recipient } from '@jeonbo/core';
import { parsePhoneNumber } from '@jeonbo/core/phone';

/** Whom the operator allows: by whole numbers, by prefixes, and KakaoTalk friends by uuid. */
export interface AllowedRecipients {
  readonly numbers: ReadonlySet<string>;
  readonly prefixes: readonly string[];
  readonly friends: ReadonlySet<string>;
}

/**
 * Reads `010-1234-5678, +82 10-9999-*, +1415, kakao:<uuid>`. A whole Korean number allows itself alone; everything shorter, or ended by
 * `*`, or foreign, is a prefix.
 *
 * @throws Error that names the entry's position
 */
export function readAllowed(value: string): AllowedRecipients {
  const numbers = new Set<string>();
  const prefixes: string[] = [];
  const friends = new Set<string>();
  for (const [index, entry] of value.split(/[,;\n]/).entries()) {
    const written = entry.trim();
    if (written === '') continue;
    const [, friend] = /^kakao:\s*([^\s"*]+)$/i.exec(written) ?? [];
    if (friend !== undefined) {
      friends.add(friend);
      continue;
    }
    const phone = written.endsWith('*') ? null : parsePhoneNumber(written);
    if (phone && phone.kind !== 'international' && phone.kind !== 'special') {
      numbers.add(phone.digits);
      continue;
    }
    const prefix = canonicalPrefix(written.replace(/\*$/, ''));
    if (prefix === undefined)
      throw new Error(
        `Entry ${index + 1} is no phone number, no prefix such as 010-1234 or +1415, and no friend such as kakao:uuid.`,
      );
    prefixes.push(prefix);
  }
  if (numbers.size + prefixes.length + friends.size === 0)
    throw new Error('Holds no phone number, no prefix and no friend.');
  return { numbers, prefixes, friends };
}

/** Whether a person is allowed; a number that `parsePhoneNumber` cannot read is not. */
export function isAllowed(allowed: AllowedRecipients, recipient: Recipient): boolean {
  // The logged-in person may always write to themself.
  if (recipient === 'me') return true;
  if ('kakaoUuid' in recipient) return allowed.friends.has(recipient.kakaoUuid);
  return isAllowedNumber(allowed, recipient.phoneNumber);
}

function isAllowedNumber({ numbers, prefixes }: AllowedRecipients, phoneNumber: string): boolean {
  const phone = parsePhoneNumber(phoneNumber);
  if (!phone) return false;
  const canonical = phone.kind === 'international' ? `+${phone.digits}` : phone.digits;
  return numbers.has(canonical) || prefixes.some((prefix) => canonical.startsWith(prefix));
}

/** Korean prefixes in their inland form, `010…`; others with their `+`. */
function canonicalPrefix(written: string): string | undefined {
  const plain = written.normalize('NFKC').replace(/[\s.()\p{Pd}\p{Cf}]/gu, '');
  if (!/^(?:\+|00)?\d{2,15}$/.test(plain)) return undefined;
  const abroad = /^(?:\+|00)(\d+)$/.exec(plain)?.[1];
  if (abroad === undefined) return plain;
  // +82 alone would be every Korean number: its inland form is the 0 before each.
  return abroad.startsWith('82') ? `0${abroad.slice(2).replace(/^0/, '')}` : `+${abroad}`;
}
