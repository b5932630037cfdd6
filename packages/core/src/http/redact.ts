import { maskPhoneNumbersIn } from '../mask.ts';

const secretHeader = /authorization|cookie|key|token|secret|signature/i;

/** Headers for a hook or log: the names stay, what is secret becomes `[redacted]`. */
export function redactHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      secretHeader.test(name) ? '[redacted]' : value,
    ]),
  );
}

/** Path and query for a hook or log, phone numbers masked. */
export function redactUrl(url: URL): string {
  return maskPhoneNumbersIn(decodeURIComponent(url.pathname) + decodeURIComponent(url.search));
}
