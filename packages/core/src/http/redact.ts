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

/** Takes our own keys out of what a provider answered: some quote the request in an error. */
export function withoutSecrets(text: string, headers: Readonly<Record<string, string>>): string {
  return secretsIn(headers).reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
}

function secretsIn(headers: Readonly<Record<string, string>>): string[] {
  const values = Object.entries(headers).flatMap(([name, value]) => {
    if (!secretHeader.test(name)) return [];
    const [scheme = '', credentials = value] = value.split(' ');
    // The user's name is no secret, and stands in Twilio's page links.
    return scheme === 'Basic'
      ? [credentials, atob(credentials).replace(/^.*?:/, '')]
      : [credentials];
  });
  // What is this short is no secret, and may stand anywhere.
  return values.filter((value) => value.length >= 8);
}
