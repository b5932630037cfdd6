import type { CallOptions } from '@jeonbo/core';
import { readFeedback } from './answers.ts';
import type { Feedback } from './message-types.ts';
import { invalid } from './provider.ts';
import { requiredSid } from './sid.ts';
import type { Transport } from './transport.ts';

/** `POST …/Messages/{MessageSid}/Feedback.json`: whether the recipient did what the message was for. */
export async function createFeedback(
  transport: Transport,
  messageSid: string,
  outcome: 'confirmed' | 'unconfirmed',
  call?: CallOptions,
): Promise<Feedback> {
  if (!/^(?:un)?confirmed$/.test(outcome))
    throw invalid('outcome', 'outcome must be confirmed or unconfirmed.');
  const sid = requiredSid('message', messageSid, 'messageSid');
  const path = transport.path(`/Messages/${sid}/Feedback.json`);
  const form = new URLSearchParams({ Outcome: outcome });
  return transport.request({ method: 'POST', path, safety: 'write', form }, readFeedback, call);
}
