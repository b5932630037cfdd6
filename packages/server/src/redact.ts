import { maskPhoneNumbersIn } from '@jeonbo/core';
import type { Environment } from './types.ts';

/** Our own only: TOKEN_LIMIT=100000 of somebody else must not make a message with that number a secret. */
const secretName = /^(?:BAAS|TWILIO|KAKAO|JEONBO)_\w*(?:KEY|TOKEN|SECRET)/;

/** Values of the environment that must never be written anywhere nor sent to anybody, longest first. */
export function secretsIn(environment: Environment): readonly string[] {
  const named = Object.entries(environment).flatMap(([name, value]) =>
    value && secretName.test(name) ? [value, ...value.split(',')] : [],
  );
  const password = passwordOf(environment.DATABASE_URL);
  return [...named, ...password]
    .map((secret) => secret.trim())
    .filter((secret) => secret.length >= 6)
    .sort((a, b) => b.length - a.length);
}

/** Replaces secrets and masks phone numbers in everything a value holds. */
export function redact(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === 'string') return redactText(value, secrets);
  if (Array.isArray(value)) return value.map((inner) => redact(inner, secrets));
  if (value instanceof Error) return redactError(value, secrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, redact(inner, secrets)]),
  );
}

export function redactText(text: string, secrets: readonly string[]): string {
  const hidden = secrets.reduce((left, secret) => left.replaceAll(secret, '[redacted]'), text);
  return maskPhoneNumbersIn(hidden);
}

function redactError(error: Error, secrets: readonly string[]): unknown {
  const json = 'toJSON' in error && typeof error.toJSON === 'function' ? error.toJSON() : undefined;
  const code = 'code' in error ? error.code : undefined;
  return redact(json ?? { name: error.name, code, message: error.message }, secrets);
}

function passwordOf(databaseUrl: string | undefined): string[] {
  const password = databaseUrl && URL.parse(databaseUrl)?.password;
  return password ? [password, decodeURIComponent(password)] : [];
}
