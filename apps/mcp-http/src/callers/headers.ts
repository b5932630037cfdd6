import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../http/refusal.ts';

const readable = /^[\x21-\x7e]{1,512}$/;

/**
 * One value of a header without white space, as all keys, ids and numbers are.
 *
 * @throws Refusal 400 where it is something else
 */
export function headerOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name.toLowerCase()];
  if (value === undefined) return undefined;
  if (typeof value === 'string' && readable.test(value.trim())) return value.trim();
  throw new Refusal(400, 'malformedKey', { values: { header: name } });
}

/** What stands behind `Bearer` or `Basic`. */
export function authorizationOf(
  { authorization }: IncomingHttpHeaders,
  scheme: 'Bearer' | 'Basic',
): string | undefined {
  const [, given, value] = /^([A-Za-z]+) +(\S+) *$/.exec(authorization ?? '') ?? [];
  return given?.toLowerCase() === scheme.toLowerCase() ? value : undefined;
}
