const secretHeaders = /^(?:authorization|proxy-authorization|cookie|set-cookie|x-api-key)$/i;
const secretFields =
  'api_?key|client_secret|access_token|refresh_token|id_token|password|auth_?token|code_verifier';
const jsonSecret = new RegExp(`("(?:${secretFields})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'gi');
const formSecret = new RegExp(`((?:^|[?&])(?:${secretFields})=)[^&\\s]*`, 'gi');
/** An authorization code, in a form or quoted in an error: a long one, as `code` names many things. */
const longCode = /((?:^|[?&\s])code=)[\w.~%-]{20,}/gi;

const redacted = '[redacted]';

export function redactHeaders(headers: Headers): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of headers) shown[name] = secretHeaders.test(name) ? redacted : value;
  return shown;
}

/**
 * A function that hides the keys of one request wherever they stand in its path, body or answer. A key under eight
 * characters is only hidden in its own field: replacing it everywhere would eat the text around it.
 */
export function redactor(headers: Headers): (text: string) => string {
  const keys = [...headers]
    .filter(([name]) => secretHeaders.test(name))
    .flatMap(([, value]) => {
      const key = value.replace(/^(?:Bearer|Basic)\s+/i, '').trim();
      return /^Basic\s/i.test(value) ? [key, passwordIn(key)] : [key];
    })
    .filter((key) => key.length >= 8);
  return (text) =>
    keys
      .reduce((result, key) => result.replaceAll(key, redacted), text)
      .replace(jsonSecret, `$1"${redacted}"`)
      .replace(formSecret, `$1${redacted}`)
      .replace(longCode, `$1${redacted}`);
}

function passwordIn(credentials: string): string {
  const text = Buffer.from(credentials, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}
