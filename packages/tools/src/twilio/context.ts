import type { TwilioClient } from '@jeonbo/twilio-client';
import type { ToolContext } from '../tool.ts';

export interface TwilioContext extends ToolContext {
  readonly twilio: TwilioClient;
  readonly sender: TwilioSender;
  /** Whom a message without `to` is for. */
  readonly notificationPhone?: string;
  /** What stands before the colon of a budget alert. Default `SpendWise`. */
  readonly alertTitle?: string;
}

/** Who sends: a number, a messaging service, or a number of that service. */
export interface TwilioSender {
  readonly from?: string;
  readonly messagingServiceSid?: string;
}

/** Whose sends the ledger counts and shows together. */
export function accountOf({ caller, twilio }: TwilioContext): string {
  return [caller, twilio.accountSid].filter((part) => part !== undefined).join('/');
}
