import { createTwilioClient } from '@jeonbo/twilio-client';
import type { TwilioContext } from '../twilio/context.ts';
import { twilioToolset } from '../twilio/toolset.ts';
import { callerOf, createGround, type GroundOptions } from './ground.ts';

const accountSid = `AC${'0a'.repeat(16)}`;
export const authToken = 'twilio-test-token-0123456789';
export const sender = '+15005550006';
export const phone = '+14155550123';
export const messagesPath = '/2010-04-01/';

export interface TwilioBenchOptions extends GroundOptions {
  readonly context?: Partial<TwilioContext>;
}

/** The real tools and the real client before a sandbox without a socket; time stands still until told otherwise. */
export function createTwilioBench(options: TwilioBenchOptions = {}) {
  const { common, ...ground } = createGround(options, [authToken]);
  const context: TwilioContext = {
    ...common,
    twilio: createTwilioClient({
      accountSid,
      authToken,
      baseUrl: ground.sandbox.url,
      fetch: ground.sandbox.fetch,
    }),
    sender: { from: sender },
    ...options.context,
  };
  const toolset = twilioToolset(common.guard);
  return { ...ground, context, toolset, call: callerOf(toolset, context) };
}
