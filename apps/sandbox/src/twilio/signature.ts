import { createHmac } from 'node:crypto';

/**
 * `X-Twilio-Signature` of a form that is posted to `url`: HMAC-SHA1 under the auth token over the URL and every field
 * with its value, sorted by name (https://www.twilio.com/docs/usage/security#validating-requests). Written here once
 * more on purpose: the sandbox is the other side of the wire and must not share the code that checks it.
 */
export function signForm(
  authToken: string,
  url: string,
  form: Readonly<Record<string, string>>,
): string {
  const fields = Object.keys(form)
    .sort()
    .map((name) => name + form[name]);
  return createHmac('sha1', authToken)
    .update(url + fields.join(''))
    .digest('base64');
}
