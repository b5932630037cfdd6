import { JeonboError } from '@jeonbo/core';
import { createTwilioClient, type TwilioClient } from '@jeonbo/twilio-client';
import type { ClientParts } from '../client-parts.ts';
import { wireLog } from '../wire-log.ts';
import { whereToGet } from './where-to-get.ts';

/** A client with the settings of one environment; what is missing there is not looked for elsewhere. */
export function createClient({ environment, language, log, fetch }: ClientParts): TwilioClient {
  const required = (name: 'TWILIO_ACCOUNT_SID' | 'TWILIO_AUTH_TOKEN'): string => {
    const value = environment[name]?.trim();
    if (value) return value;
    const words = `${name} is not set. ${whereToGet[language][name]}`;
    throw new JeonboError('MISSING_CREDENTIALS', words, { provider: 'twilio', field: name });
  };
  const apiKey = environment.TWILIO_API_KEY?.trim();
  const apiSecret = environment.TWILIO_API_SECRET?.trim();
  const hasKey = Boolean(apiKey && apiSecret);
  return createTwilioClient({
    // The client reads both at each request, so that a missing one is the error of a call and not of the start.
    get accountSid() {
      return required('TWILIO_ACCOUNT_SID');
    },
    get authToken() {
      return hasKey ? '' : required('TWILIO_AUTH_TOKEN');
    },
    ...(apiKey && apiSecret && { apiKey, apiSecret }),
    baseUrl: environment.TWILIO_API_BASE_URL || 'https://api.twilio.com',
    ...(fetch && { fetch }),
    ...wireLog(log),
  });
}
