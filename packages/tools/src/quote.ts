import { maskPhoneNumbersIn } from '@jeonbo/core';

/** Longest piece of foreign text that is handed on. */
const longestQuote = 300;

/**
 * Makes words of others (a provider, a library) safe to hand on: short, on one line, without numbers or secrets. They are
 * data to the reader, never instructions.
 */
export function quote(text: string, secrets: readonly string[] = []): string {
  const redacted = secrets
    .filter((secret) => secret.length > 0)
    // Digits in a key look like a phone number to whoever masked the text before.
    .flatMap((secret) => [secret, maskPhoneNumbersIn(secret)])
    .reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  const plain = maskPhoneNumbersIn(redacted)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return plain.length > longestQuote ? `${plain.slice(0, longestQuote - 1)}…` : plain;
}

/** The same for every text in a value, which is kept small as well. */
export function quoteDeep(value: unknown, secrets: readonly string[], depth = 3): unknown {
  if (typeof value === 'string') return quote(value, secrets);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value))
    return value.slice(0, 20).map((inner) => quoteDeep(inner, secrets, depth - 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 20)
      .map(([key, inner]) => [quote(key), quoteDeep(inner, secrets, depth - 1)]),
  );
}
