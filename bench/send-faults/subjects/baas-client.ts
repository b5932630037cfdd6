import { createBaasClient } from '@jeonbo/baas-client';
import { plan } from './plan.ts';
import type { Connect } from './subject.ts';

const projectId = '3f0c1f6e-2b7a-4a7e-9f52-6d1f0a9be001';

/** Ours, by its `baseUrl`. */
export const connect: Connect = (baseUrl, timeoutMs) => {
  const { key: apiKey, to: phoneNumber, from: callbackNumber } = plan.korean;
  const client = createBaasClient({ apiKey, projectId, baseUrl, timeoutMs });
  const recipients = [{ phoneNumber, memberCode: 'bench' }];
  return { send: () => client.sms.send({ recipients, callbackNumber, message: plan.text }) };
};
