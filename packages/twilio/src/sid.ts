import { invalid } from './provider.ts';

/** What the two letters stand for: https://www.twilio.com/docs/glossary/what-is-a-sid */
export type SidKind = 'AC' | 'AP' | 'HX' | 'ME' | 'MG' | 'SK' | 'message';

export function isSid(kind: SidKind, value: string): boolean {
  const prefix = kind === 'message' ? '(?:SM|MM)' : kind;
  return new RegExp(`^${prefix}[0-9a-fA-F]{32}$`).test(value);
}

/** A sid that may stand in a path. */
export function requiredSid(kind: SidKind, value: string, field: string): string {
  if (isSid(kind, value)) return value;
  throw invalid(field, `${field} must be ${sidForm(kind)}.`);
}

export function sidForm(kind: SidKind): string {
  return `${kind === 'message' ? 'SM or MM' : kind} and 32 hex digits`;
}
