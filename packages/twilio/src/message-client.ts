import {
  type Capabilities,
  issuesError,
  type MessageClient,
  type OutboundMessage,
} from '@jeonbo/core';
import { createMemoryLedger, sendWithLedger } from '@jeonbo/core/ledger';
import { checkOutbound } from './check-outbound.ts';
import { limits } from './check-parts.ts';
import { deliveryReport } from './delivery-report.ts';
import { provider } from './provider.ts';
import { nameOf, sendEach } from './send-each.ts';
import { type Sender, senderOf } from './settings.ts';
import { isSid } from './sid.ts';
import type { MessageClientOptions, TwilioClient } from './types.ts';

const capabilities: Capabilities = {
  recipients: ['phoneNumber'],
  maxRecipientsPerRequest: 1,
  maxTextLength: limits.characters,
  maxMedia: limits.media,
  subject: false,
  schedule: true,
  deliveryReports: true,
};

/**
 * A Twilio client in the vocabulary that all providers share. Each recipient is one request, four at once. `from` of a
 * message is a number, or a messaging service (`MG…`), which scheduled messages need.
 *
 * @example
 * const messages = createMessageClient(createTwilioClient(), { from: '+14155550123' });
 * const receipt = await messages.send({ to: [{ phoneNumber: '010-1234-5678' }], text: '안녕하세요' });
 */
export function createMessageClient(
  twilio: TwilioClient,
  options: MessageClientOptions = {},
): MessageClient {
  const ledger = twilio.ledger ?? createMemoryLedger();
  const sender = ({ from }: OutboundMessage): Sender =>
    senderOf(from && isSid('MG', from) ? { messagingServiceSid: from } : { from }, options);
  return {
    provider,
    capabilities,
    check: (message) => checkOutbound(message, sender(message)),
    async send(message, call = {}) {
      const from = sender(message);
      const { errors } = checkOutbound(message, from);
      if (errors.length > 0) throw issuesError(errors, provider);
      const shared = {
        ...(from.from && { from: from.from }),
        ...(from.messagingServiceSid && { messagingServiceSid: from.messagingServiceSid }),
        ...(options.statusCallback && { statusCallback: options.statusCallback }),
      };
      const send = (part: OutboundMessage) => sendEach(twilio, part, shared, call);
      if (message.idempotencyKey === undefined) return send(message);
      const account = twilio.accountSid ?? '';
      const kind = (message.media ?? []).length > 0 ? 'mms' : 'sms';
      const entry = { ledger, provider, account, payer: account, kind, nameOf };
      // Who sends is part of what makes two messages the same.
      const named = { ...message, from: [from.from, from.messagingServiceSid].join() };
      return sendWithLedger(entry, named, send);
    },
    status: (id, call) => deliveryReport(twilio, id, call),
  };
}
