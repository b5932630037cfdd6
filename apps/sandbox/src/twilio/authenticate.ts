import { timingSafeEqual } from 'node:crypto';
import { TwilioRefusal } from './answers.ts';
import type { Tokens } from './tokens.ts';

/** `AccountSid:AuthToken` or `ApiKeySid:ApiKeySecret`, for the account in the path. */
export function authenticate(headers: Headers, accountSid: string, tokens: Tokens): void {
  const { user, password } = basicOf(headers);
  if (!/^(?:AC|SK)/.test(user) || password === '') throw refused();
  if (tokens.accounts === undefined) {
    if (user === accountSid) tokens.remember(accountSid, password);
    return;
  }
  const account = tokens.account(accountSid);
  const secret =
    user === accountSid
      ? account?.authToken
      : account?.apiKeys?.find(({ sid }) => sid === user)?.secret;
  if (secret === undefined || !same(secret, password)) throw refused();
}

function basicOf(headers: Headers): { user: string; password: string } {
  const encoded = /^Basic\s+([\w+/=-]+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0
    ? { user: '', password: '' }
    : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

function same(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function refused(): TwilioRefusal {
  return new TwilioRefusal(20003, 'Authenticate', 401);
}
