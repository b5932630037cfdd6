import { JeonboError } from '@jeonbo/core';
import { environment } from './environment.ts';
import { invalid, provider } from './provider.ts';
import { isSid } from './sid.ts';
import type { TwilioClientOptions } from './types.ts';

interface Pair {
  readonly user: string;
  readonly password: string;
}

/** Both forms that Twilio takes (https://www.twilio.com/docs/iam/api-keys): account and token, or API key and secret. */
export function readCredentials(options: TwilioClientOptions) {
  const accountSid = () => options.accountSid ?? environment('TWILIO_ACCOUNT_SID');
  return {
    accountSid,
    /** Stands in every path, with an API key too. */
    requiredAccountSid(): string {
      const sid = accountSid();
      if (!sid) throw missing('accountSid', 'TWILIO_ACCOUNT_SID');
      if (isSid('AC', sid)) return sid;
      const hint = isSid('SK', sid) ? ' This is an API key: give it as apiKey.' : '';
      throw invalid('accountSid', `accountSid must be AC and 32 hex digits.${hint}`);
    },
    /** The header of HTTP Basic. */
    authorization(): string {
      const { user, password } = pairOf(options, this.requiredAccountSid);
      // A line feed that was copied along would be an error of the runtime that quotes the secret.
      if (!/^[\x21-\x7e]+$/.test(password))
        throw invalid(
          'authToken',
          'The auth token or API secret holds a space or other sign that none has.',
        );
      return `Basic ${btoa(`${user}:${password}`)}`;
    },
  };
}

/** What the code names comes before the environment, and there an API key before the auth token. */
function pairOf(options: TwilioClientOptions, requiredAccountSid: () => string): Pair {
  const { apiKey, apiSecret, authToken } = options;
  if (apiKey !== undefined || apiSecret !== undefined) return keyPair(apiKey, apiSecret);
  if (authToken) return { user: requiredAccountSid(), password: authToken };
  const key = environment('TWILIO_API_KEY');
  const secret = environment('TWILIO_API_SECRET');
  const token = environment('TWILIO_AUTH_TOKEN');
  if (key && secret) return keyPair(key, secret);
  if (token) return { user: requiredAccountSid(), password: token };
  if (key || secret) return keyPair(key, secret);
  throw missing('authToken', 'TWILIO_AUTH_TOKEN (or TWILIO_API_KEY and TWILIO_API_SECRET)');
}

function keyPair(
  key = environment('TWILIO_API_KEY'),
  secret = environment('TWILIO_API_SECRET'),
): Pair {
  if (!key) throw missing('apiKey', 'TWILIO_API_KEY');
  if (!secret) throw missing('apiSecret', 'TWILIO_API_SECRET');
  if (!isSid('SK', key)) throw invalid('apiKey', 'apiKey must be SK and 32 hex digits.');
  return { user: key, password: secret };
}

function missing(field: string, variable: string): JeonboError {
  return new JeonboError('MISSING_CREDENTIALS', `Give ${field} or set ${variable}.`, {
    provider,
    field,
  });
}
