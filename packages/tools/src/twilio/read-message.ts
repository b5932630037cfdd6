import type { CallOptions } from '@jeonbo/core';
import { demandOwn } from '../guard/own-sends.ts';
import type { TwilioContext } from './context.ts';
import { describeMessage } from './message.ts';

/** What became of a message; for the tool and the resource. */
export async function readMessage(sid: string, context: TwilioContext, options: CallOptions) {
  await demandOwn('twilio', sid, context);
  return describeMessage(await context.twilio.messages.fetch(sid, options), context);
}
