import { JeonboError } from '@jeonbo/core';
import { createTwilioClient, type TwilioClient } from '@jeonbo/twilio-client';
import type { Prepared } from '../prepare-server.ts';
import { wireLog } from '../wire-log.ts';
import { whereToGet } from './where-to-get.ts';

/** A client with the settings of one environment; what is missing there is not looked for elsewhere. */
export function createClient(
  prepared: Pick<Prepared, 'environment' | 'language' | 'log' | 'fetch'>,
): TwilioClient {
  const { environment, language, log, fetch } = prepared;
  const read = (name: 'TWILIO_ACCOUNT_SID' | 'TWILIO_AUTH_TOKEN'): string => {
    const value = environment[name]?.trim();
    if (value) return value;
    const words = `${name} is not set. ${whereToGet[language][name]}`;
    throw new JeonboError('MISSING_CREDENTIALS', words, { provider: 'twilio', field: name });
  };
  const apiKey = environment.TWILIO_API_KEY?.trim();
  const apiSecret = environment.TWILIO_API_SECRET?.trim();
  const credentials =
    apiKey && apiSecret
      ? { apiKey, apiSecret }
      : {
          get authToken() {
            return read('TWILIO_AUTH_TOKEN');
          },
        };
  // The client reads what is a getter at each request, so that a missing key is the error of a call and not of the start.
  const options = {
    get accountSid() {
      return read('TWILIO_ACCOUNT_SID');
    },
    baseUrl: environment.TWILIO_API_BASE_URL || 'https://api.twilio.com',
    ...(fetch && { fetch }),
    ...wireLog(log),
  };
  return createTwilioClient(Object.defineProperties(credentials, Object.getOwnPropertyDescriptors(options)));
}
