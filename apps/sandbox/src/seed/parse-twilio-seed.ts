import { isE164 } from '@jeonbo/core/phone';
import { fields, list, text, wrong } from './read-fields.ts';
import type { TwilioAccount, TwilioSeed } from './seed.ts';

export function parseTwilioSeed(input: unknown): TwilioSeed {
  const { accounts } = fields(input, 'twilio', ['accounts']);
  if (accounts === undefined) return {};
  return { accounts: list(accounts, 'twilio.accounts', parseAccount) };
}

function parseAccount(input: unknown, at: string): TwilioAccount {
  const known = ['sid', 'authToken', 'apiKeys', 'phoneNumbers', 'messagingServices'];
  const { sid, authToken, apiKeys, phoneNumbers, messagingServices } = fields(input, at, known);
  return {
    sid: sidOf('AC', sid, `${at}.sid`),
    authToken: text(authToken, `${at}.authToken`),
    apiKeys: optional(apiKeys, `${at}.apiKeys`, parseKey),
    phoneNumbers: optional(phoneNumbers, `${at}.phoneNumbers`, parseSender),
    messagingServices: optional(messagingServices, `${at}.messagingServices`, parseService),
  };
}

function parseKey(input: unknown, at: string): { sid: string; secret: string } {
  const { sid, secret } = fields(input, at, ['sid', 'secret']);
  return { sid: sidOf('SK', sid, `${at}.sid`), secret: text(secret, `${at}.secret`) };
}

function parseService(input: unknown, at: string) {
  const { sid, senders } = fields(input, at, ['sid', 'senders']);
  return {
    sid: sidOf('MG', sid, `${at}.sid`),
    senders: optional(senders, `${at}.senders`, parseSender),
  };
}

/** A number, a short code, or a name of up to eleven letters. */
function parseSender(input: unknown, at: string): string {
  const sender = text(input, at);
  if (!isE164(sender) && !/^[\w +&-]{3,11}$/.test(sender)) throw wrong(at, 'such as +14155550123');
  return sender;
}

function sidOf(prefix: string, input: unknown, at: string): string {
  if (typeof input !== 'string' || !new RegExp(`^${prefix}[\\da-f]{32}$`, 'i').test(input)) {
    throw wrong(at, `${prefix} and 32 hexadecimal digits`);
  }
  return input;
}

function optional<T>(
  input: unknown,
  at: string,
  parse: (item: unknown, at: string) => T,
): T[] | undefined {
  return input === undefined ? undefined : list(input, at, parse);
}
