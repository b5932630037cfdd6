import { randomUUID } from 'node:crypto';
import { signForm } from './signature.ts';

/** As long as Twilio waits. */
const timeoutMs = 15_000;

/**
 * Posts a signed form to the app under test; once more where no connection came about, with the same idempotency
 * token. Any http(s) address may be asked, loopback too: this is a local tool, and the app it calls is local as well.
 */
export async function postWebhook(
  url: string,
  form: Readonly<Record<string, string>>,
  authToken: string,
  closing: AbortSignal,
): Promise<Response> {
  const target = new URL(url);
  const headers: Record<string, string> = {
    'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8',
    'User-Agent': 'TwilioProxy/1.1',
    'I-Twilio-Idempotency-Token': randomUUID(),
    'X-Twilio-Signature': signForm(authToken, asRequested(url), form),
  };
  if (target.username !== '') {
    const credentials = `${decodeURIComponent(target.username)}:${decodeURIComponent(target.password)}`;
    headers.Authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
    target.username = '';
    target.password = '';
  }
  const post = () =>
    fetch(target, {
      method: 'POST',
      headers,
      body: new URLSearchParams(form),
      redirect: 'manual',
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
    });
  try {
    return await post();
  } catch (error) {
    // Slow is not unreachable: only a connection that failed is tried again.
    if (closing.aborted || (error as Error).name === 'TimeoutError') throw error;
    return post();
  }
}

/** The address letter by letter as the app gave it, but as it goes over the wire: the app signs what it was asked. */
function asRequested(url: string): string {
  return url.replace(/#.*$/, '').replace(/^(https?:\/\/[^/?]+)(?=\?|$)/i, '$1/');
}

/** Why there was no answer, in the words of the connection rather than of `fetch`. */
export function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  if (!(cause instanceof Error)) return message;
  return cause.message || ((cause as NodeJS.ErrnoException).code ?? message);
}

export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
