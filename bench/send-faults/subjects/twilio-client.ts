import { createTwilioClient } from '@jeonbo/twilio-client';
import { plan } from './plan.ts';
import type { Connect } from './subject.ts';

/** Ours, by its `baseUrl`. */
export const connect: Connect = (baseUrl, timeoutMs) => {
  const { from, ...credentials } = plan.twilio;
  const client = createTwilioClient({ ...credentials, baseUrl, timeoutMs });
  return { send: () => client.messages.create({ to: plan.to, from, body: plan.text }) };
};
