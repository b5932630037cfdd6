import type { BaasClient } from '@jeonbo/baas-client';
import { countAnswers } from '../messaging/count-answers.ts';
import type { ToolCall } from '../tool.ts';

/** Recipients with texts of their own go in many requests: each that is answered is a step. */
export function withProgress(
  baas: BaasClient,
  total: number,
  progress: ToolCall['progress'],
): BaasClient {
  const counted = countAnswers(total, progress);
  return {
    ...baas,
    sms: {
      send: (input, options) => counted(baas.sms.send(input, options), input.recipients.length),
    },
    mms: {
      send: (input, options) => counted(baas.mms.send(input, options), input.recipients.length),
    },
  };
}
