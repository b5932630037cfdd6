import type { BaasClient } from '@jeonbo/baas-client';
import type { ToolCall } from '../tool.ts';

/** Recipients with texts of their own go in many requests: each that is answered is a step. */
export function withProgress(
  baas: BaasClient,
  total: number,
  progress: ToolCall['progress'],
): BaasClient {
  let done = 0;
  const counted = async <Result>(answer: Promise<Result>, count: number): Promise<Result> => {
    const result = await answer;
    done += count;
    progress(done, total, { en: 'Accepted', ko: '접수되었습니다' });
    return result;
  };
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
