import { JeonboError, type OutboundMessage } from '@jeonbo/core';
import { createMessageClient } from '@jeonbo/twilio-client';
import type { NamedRecipient } from '../guard/recipients.ts';
import { sendGuarded } from '../guard/send-guarded.ts';
import { nameOf } from '../messaging/inputs.ts';
import type { ToolAnswer, ToolCall } from '../tool.ts';
import { accountOf, type TwilioContext, type TwilioSender } from './context.ts';
import { describeSent, watched } from './sent.ts';

interface Send {
  /** The tool. */
  readonly action: string;
  readonly to: readonly NamedRecipient[];
  readonly message: Pick<OutboundMessage, 'text' | 'purpose' | 'nightConsent'>;
  readonly confirmToken: string | undefined;
}

/** What the tools that send share: the way through the guard rails. */
export async function send(
  { action, to, message, confirmToken }: Send,
  context: TwilioContext,
  call: ToolCall,
): Promise<ToolAnswer> {
  const account = accountOf(context);
  const { client, answers } = watched(context.twilio, to.length, call.progress);
  return sendGuarded(
    {
      action,
      client: createMessageClient(client, demandSender(context.sender)),
      account,
      kind: 'sms',
      to,
      message,
      nameOf,
      confirmToken,
      describe: (receipt) => describeSent(receipt, answers, context),
      statusTool: 'get_message_status',
    },
    context,
    call,
  );
}

/** Held here, since the client would look for it in the environment of the process. */
function demandSender(sender: TwilioSender): TwilioSender {
  if (sender.from || sender.messagingServiceSid) return sender;
  throw new JeonboError(
    'INVALID_CALLBACK_NUMBER',
    'Set TWILIO_PHONE_NUMBER or TWILIO_MESSAGING_SERVICE_SID: Twilio needs a sender.',
    { provider: 'twilio', field: 'from' },
  );
}
