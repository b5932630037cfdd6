import { twilioContext } from '@jeonbo/server';
import { type TwilioContext, twilioToolset } from '@jeonbo/tools';
import { authorizationOf, headerOf } from '../callers/headers.ts';
import { Refusal } from '../http/refusal.ts';
import type { KeysProvider } from './provider.ts';

export const twilio: KeysProvider<TwilioContext> = {
  name: 'twilio',
  toolset: twilioToolset,
  context: twilioContext,
  /** As Twilio itself takes them: `ACCOUNT_SID:AUTH_TOKEN`, or `API_KEY:API_SECRET` with the account in a header. */
  ownKeys(headers) {
    const basic = authorizationOf(headers, 'Basic');
    if (basic === undefined) return undefined;
    const [, user = '', password = ''] =
      /^([^:]+):([\x21-\x7e]+)$/.exec(Buffer.from(basic, 'base64').toString('utf8')) ?? [];
    const isKey = user.startsWith('SK');
    const account = isKey ? headerOf(headers, 'X-Twilio-Account-Sid') : user;
    if (!account || !password)
      throw new Refusal(400, 'malformedKey', {
        values: { header: account ? 'Authorization' : 'X-Twilio-Account-Sid' },
      });
    const keys = isKey
      ? { TWILIO_API_KEY: user, TWILIO_API_SECRET: password }
      : { TWILIO_AUTH_TOKEN: password };
    return {
      environment: {
        TWILIO_ACCOUNT_SID: account,
        ...keys,
        TWILIO_PHONE_NUMBER: headerOf(headers, 'X-Twilio-Phone-Number'),
        TWILIO_MESSAGING_SERVICE_SID: headerOf(headers, 'X-Twilio-Messaging-Service-Sid'),
      },
      secrets: [password, basic],
    };
  },
  // A sender of the operator's account is the operator's to choose.
  choices: () => ({}),
  shared: ['TWILIO_API_BASE_URL', 'JEONBO_ALERT_TITLE'],
  ownKeysWay: 'Authorization: Basic <TWILIO_ACCOUNT_SID:TWILIO_AUTH_TOKEN>, X-Twilio-Phone-Number',
  challenge: 'Basic realm="twilio"',
};
