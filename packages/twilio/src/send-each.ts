import {
  type CallOptions,
  JeonboError,
  type OutboundMessage,
  type Recipient,
  render,
  type SendReceipt,
  sendParts,
} from '@jeonbo/core';
import { recipientAddress } from './address.ts';
import type { MessageInput } from './message-types.ts';
import { provider } from './provider.ts';
import type { TwilioClient } from './types.ts';

/** The canonical name of a recipient, for the ledger: E.164. */
export function nameOf(recipient: Recipient): string {
  const given = recipient !== 'me' && 'phoneNumber' in recipient ? recipient.phoneNumber : '';
  const address = recipientAddress(given);
  if (address) return address;
  throw new JeonboError('NOT_SUPPORTED', 'Twilio sends to phone numbers only.', {
    provider,
    field: 'to',
  });
}

/** Sends one request for each recipient. */
export function sendEach(
  twilio: TwilioClient,
  { to, text, media = [], scheduleAt }: OutboundMessage,
  shared: Omit<MessageInput, 'to'>,
  call: CallOptions,
): Promise<SendReceipt> {
  const parts = to.map((recipient) => ({ recipients: [recipient] }));
  const send = ({ recipients: [recipient] }: (typeof parts)[number]) =>
    twilio.messages.create(
      {
        ...shared,
        to: nameOf(recipient as Recipient),
        body: render(text, recipient === 'me' ? undefined : recipient?.variables),
        ...(media.length > 0 && { mediaUrl: media }),
        ...(scheduleAt && { sendAt: scheduleAt }),
      },
      call,
    );
  return sendParts(provider, parts, send, ({ sid }) => sid);
}
