import { type CallOptions, issuesError } from '@jeonbo/core';
import { readMessage } from './answers.ts';
import { checkCreate } from './check.ts';
import { messageForm } from './form.ts';
import type { MessageInput, SentMessage } from './message-types.ts';
import { provider } from './provider.ts';
import { senderOf } from './settings.ts';
import type { Transport } from './transport.ts';

/** `POST …/Messages.json`: leaves once, unless Twilio answers 429. */
export async function createMessage(
  transport: Transport,
  given: MessageInput,
  call?: CallOptions,
): Promise<SentMessage> {
  const { from, messagingServiceSid } = senderOf(given);
  const input: MessageInput = {
    ...given,
    ...(from !== undefined && { from }),
    ...(messagingServiceSid !== undefined && { messagingServiceSid }),
  };
  const { errors, warnings } = checkCreate(input);
  if (errors.length > 0) throw issuesError(errors, provider);
  const form = messageForm(input);
  return transport.request(
    { method: 'POST', path: transport.path('/Messages.json'), safety: 'send', form },
    (json, { requestId }) => {
      const message = readMessage(json);
      return message && { ...message, warnings, requestId };
    },
    call,
  );
}
