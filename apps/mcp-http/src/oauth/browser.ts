import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SecretKey } from '@jeonbo/store';

/** One browser, by a cookie that says nothing but that it is the same one. */
export interface Browser {
  /** Of the cookie: what is kept beside a login, so that it ends where it began. */
  readonly id: string;
  /** For a form of this browser about one thing. */
  formToken(about: string): string;
  isFormToken(given: string | null, about: string): boolean;
}

export interface Browsers {
  /** Sets the cookie where there is none. */
  recognize(request: IncomingMessage, response: ServerResponse): Browser;
  /** @returns undefined where the browser brings no cookie: it did not begin here */
  known(request: IncomingMessage): Browser | undefined;
}

export function createBrowsers(issuer: string, key: SecretKey): Browsers {
  const isSecure = issuer.startsWith('https:');
  const name = isSecure ? '__Host-jeonbo_browser' : 'jeonbo_browser';
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`;
  const keys = key.subkeys('oauth forms');
  const tokenOf = (bytes: Uint8Array, value: string, about: string) =>
    createHmac('sha256', bytes)
      .update(JSON.stringify([value, about]))
      .digest('base64url');

  const browserOf = (value: string): Browser => ({
    id: hash('sha256', value, 'base64url'),
    formToken: (about) => tokenOf(keys[0].bytes, value, about),
    isFormToken: (given, about) =>
      keys.some(({ bytes }) => isSame(given ?? '', tokenOf(bytes, value, about))),
  });
  const known = (request: IncomingMessage) => {
    const value = cookieOf(request, name);
    return value === undefined ? undefined : browserOf(value);
  };
  return {
    known,
    recognize(request, response) {
      const before = known(request);
      if (before) return before;
      const value = randomBytes(32).toString('base64url');
      response.appendHeader('set-cookie', `${name}=${value}; ${attributes}`);
      return browserOf(value);
    },
  };
}

function cookieOf({ headers }: IncomingMessage, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const values = pairs.filter((pair) => pair.startsWith(`${name}=`));
  const value = values[0]?.slice(name.length + 1);
  // Two of one name were not both set by us.
  return values.length === 1 && value && /^[\w-]{43}$/.test(value) ? value : undefined;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
