import {
  type Capabilities,
  issuesError,
  type MessageClient,
  type OutboundMessage,
} from '@jeonbo/core';
import { createMemoryLedger, sendWithLedger } from '@jeonbo/core/ledger';
import { checkOutbound } from './check.ts';
import { groupsReport } from './groups-report.ts';
import { kindOf, maxRecipients, nameOf, sendGroups } from './send-groups.ts';
import { environment, provider } from './settings.ts';
import type { BaasClient, MessageClientOptions } from './types.ts';

const capabilities: Capabilities = {
  recipients: ['phoneNumber'],
  maxRecipientsPerRequest: maxRecipients,
  maxTextLength: 2000,
  maxMedia: 5,
  subject: true,
  schedule: false,
  deliveryReports: true,
};

/**
 * A BaaS client in the vocabulary that all providers share. A subject or media makes it an MMS, everything else goes
 * as SMS (and as LMS by itself where it is long). Recipients with different texts go in one request a text.
 *
 * @example
 * const messages = createMessageClient(createBaasClient(), { from: '02-1234-5678' });
 * const receipt = await messages.send({ to: [{ phoneNumber: '010-1234-5678' }], text: '안녕하세요' });
 */
export function createMessageClient(
  baas: BaasClient,
  options: MessageClientOptions = {},
): MessageClient {
  const ledger = baas.ledger ?? createMemoryLedger();
  const withSender = (message: OutboundMessage): OutboundMessage => {
    const from = message.from ?? options.from ?? environment('BAAS_CALLBACK_NUMBER');
    return from === undefined ? message : { ...message, from };
  };
  return {
    provider,
    capabilities,
    check: (message) => checkOutbound(withSender(message)),
    async send(given, call = {}) {
      const message = withSender(given);
      const { errors } = checkOutbound(message);
      if (errors.length > 0) throw issuesError(errors, provider);
      const send = (part: OutboundMessage) => sendGroups(baas, part, options.projectId, call);
      if (message.idempotencyKey === undefined) return send(message);
      const account = options.projectId ?? baas.projectId ?? '';
      const kind = kindOf(message);
      return sendWithLedger(
        { ledger, provider, account, payer: account, kind, nameOf },
        message,
        send,
      );
    },
    status: (id, call) => groupsReport(baas, id, call),
  };
}
