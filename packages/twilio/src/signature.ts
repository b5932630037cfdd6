import { JeonboError } from '@jeonbo/core';
import { environment } from './environment.ts';
import { provider } from './provider.ts';
import { valuesByName, type WebhookParams } from './webhook.ts';

/** What Twilio signs: https://www.twilio.com/docs/usage/webhooks/webhooks-security */
export interface SignedRequest {
  /** Default: `TWILIO_AUTH_TOKEN`. Not an API secret: Twilio signs with the account's token. */
  readonly authToken?: string;
  /** The whole address as Twilio was told it, with its query. */
  readonly url: string | URL;
  /** Of a form. None for a GET request. */
  readonly params?: WebhookParams;
  /** The raw body where it is no form (JSON); the address then holds `bodySHA256`. */
  readonly body?: string | Uint8Array;
}

export interface SignedUrl {
  /** The address to call: with `bodySHA256` where a body was given. */
  readonly url: string;
  /** For the header `X-Twilio-Signature`. */
  readonly signature: string;
}

const bodyHash = /[?&]bodySHA256=([0-9a-f]*)/i;

/**
 * Signs a request as Twilio does, for tests of a webhook.
 *
 * @throws JeonboError `MISSING_CREDENTIALS`
 * @example
 * const { signature } = await signRequest({ authToken, url, params: { MessageSid: sid, MessageStatus: 'sent' } });
 */
export async function signRequest({
  authToken,
  url,
  params,
  body,
}: SignedRequest): Promise<SignedUrl> {
  const key = await keyOf(authToken, 'sign');
  const address = String(url);
  const called =
    body === undefined || bodyHash.test(address)
      ? address
      : `${address}${address.includes('?') ? '&' : '?'}bodySHA256=${await sha256(body)}`;
  const data = signedData(called, body === undefined ? params : undefined);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, data));
  return { url: called, signature: btoa(String.fromCharCode(...bytes)) };
}

/**
 * Whether a request to a webhook comes from Twilio. The address is tried with and without its default port, since Twilio
 * itself is not of one mind.
 *
 * @throws JeonboError `MISSING_CREDENTIALS`; a wrong signature is `false`
 * @example
 * const fromTwilio = await validateSignature({
 *   authToken,
 *   signature: request.headers.get('x-twilio-signature'),
 *   url: 'https://mycompany.com/status',
 *   params: await request.formData(),
 * });
 */
export async function validateSignature({
  authToken,
  signature,
  url,
  params,
  body,
}: SignedRequest & { readonly signature: string | null | undefined }): Promise<boolean> {
  const key = await keyOf(authToken, 'verify');
  const given = bytesOf(signature ?? '');
  const address = String(url);
  const hash = bodyHash.exec(address)?.[1];
  // A body that no hash holds, or a hash without the body it is of, proves nothing.
  if ((hash === undefined) !== (body === undefined)) return false;
  // The hash is no secret: it stands in the address.
  if (body !== undefined && hash?.toLowerCase() !== (await sha256(body))) return false;
  for (const candidate of withAndWithoutPort(address)) {
    const data = signedData(candidate, body === undefined ? params : undefined);
    // WebCrypto compares in constant time.
    if (await crypto.subtle.verify('HMAC', key, given, data)) return true;
  }
  return false;
}

/** The address, then name and value of each parameter by name; a repeated value counts once. */
function signedData(url: string, params: WebhookParams | undefined): Uint8Array<ArrayBuffer> {
  const values = valuesByName(params ?? {});
  const names = [...values.keys()].sort();
  const pairs = names.flatMap((name) =>
    [...new Set(values.get(name))].sort().map((value) => name + value),
  );
  return new TextEncoder().encode(url + pairs.join(''));
}

/** By text, since `new URL` would write other characters than those that were signed. */
function withAndWithoutPort(url: string): string[] {
  const [, scheme = '', host = '', port, rest = ''] =
    /^(https?):\/\/([^/?#]*?)(?::(\d+))?((?:[/?#].*)?)$/is.exec(url) ?? [];
  const standard = scheme.toLowerCase() === 'http' ? '80' : '443';
  if (!host || (port && port !== standard)) return [url];
  return [`${scheme}://${host}${rest}`, `${scheme}://${host}:${standard}${rest}`];
}

async function keyOf(given: string | undefined, use: 'sign' | 'verify'): Promise<CryptoKey> {
  const authToken = given ?? environment('TWILIO_AUTH_TOKEN');
  if (!authToken)
    throw new JeonboError('MISSING_CREDENTIALS', 'Give authToken or set TWILIO_AUTH_TOKEN.', {
      provider,
      field: 'authToken',
    });
  const bytes = new TextEncoder().encode(authToken);
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-1' }, false, [use]);
}

async function sha256(body: string | Uint8Array): Promise<string> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of base64; what is none, or is written in another way than Twilio does, has no bytes, and no signature is that. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  try {
    const text = atob(base64);
    return Uint8Array.from(btoa(text) === base64 ? text : '', (one) => one.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
