import twilio from 'twilio';
import { plan } from './plan.ts';
import type { Connect } from './subject.ts';

/**
 * The official library takes no base URL but an `httpClient`: its own one, whose requests are sent to another origin
 * and are otherwise left as they are. `autoRetry` is an option of that client.
 */
function connectWith(options: { readonly autoRetry?: true }): Connect {
  return (url, timeout) => {
    const httpClient = new twilio.RequestClient({ ...options, timeout });
    const request = httpClient.request.bind(httpClient);
    httpClient.request = (sent) =>
      request({ ...sent, uri: sent.uri.replace('https://api.twilio.com', url) });
    const { accountSid, authToken, from } = plan.twilio;
    const client = twilio(accountSid, authToken, { httpClient });
    return { send: () => client.messages.create({ to: plan.to, from, body: plan.text }) };
  };
}

export const connect = connectWith({});
export const connectWithRetry = connectWith({ autoRetry: true });
