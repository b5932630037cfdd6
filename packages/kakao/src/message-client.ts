import {
  type Capabilities,
  type DeliveryReport,
  issuesError,
  type MessageClient,
  type OutboundMessage,
} from '@jeonbo/core';
import { createMemoryLedger, sendWithLedger } from '@jeonbo/core/ledger';
import { limits } from './check.ts';
import { checkOutbound } from './check-outbound.ts';
import type { KakaoLink } from './content-types.ts';
import { environment } from './environment.ts';
import { provider } from './provider.ts';
import { maxReceivers } from './receivers.ts';
import { nameOf, sendTexts } from './send-texts.ts';
import { textTemplate, webLink } from './templates.ts';
import type { KakaoClient, MessageClientOptions } from './types.ts';

const capabilities: Capabilities = {
  recipients: ['kakaoUuid', 'me'],
  maxRecipientsPerRequest: maxReceivers,
  maxTextLength: limits.characters,
  maxMedia: 0,
  subject: false,
  schedule: false,
  deliveryReports: false,
};

/**
 * A Kakao client in the vocabulary that all providers share: text messages to friends (`kakaoUuid`) and to oneself
 * (`me`). Friends with the same text go five a request.
 *
 * Kakao gives no ids and reports no delivery: the id of a receipt is empty, and `status()` answers `unknown`.
 *
 * @example
 * const messages = createMessageClient(kakao, { link: 'https://example.com' });
 * const receipt = await messages.send({ to: ['me'], text: '안녕하세요' });
 */
export function createMessageClient(
  kakao: KakaoClient,
  options: MessageClientOptions = {},
): MessageClient {
  const ledger = kakao.ledger ?? createMemoryLedger();
  const { buttonTitle } = options;
  const templateOf = (text: string) =>
    textTemplate({ text, link: linkOf(options), ...(buttonTitle && { buttonTitle }) });
  return {
    provider,
    capabilities,
    check: (message) => checkOutbound(message, templateOf),
    async send(message, call = {}) {
      const { errors } = checkOutbound(message, templateOf);
      if (errors.length > 0) throw issuesError(errors, provider);
      const send = (part: OutboundMessage) => sendTexts(kakao, part, templateOf, call);
      if (message.idempotencyKey === undefined) return send(message);
      const { account } = kakao;
      const entry = { ledger, provider, account, payer: account, kind: 'kakao', nameOf };
      return sendWithLedger(entry, message, send);
    },
    status: async (id) => nothingKnown(id),
  };
}

/** Kakao wants a link with every text; an empty one leads nowhere. */
function linkOf({ link = publicOrigin() ?? {} }: MessageClientOptions): KakaoLink {
  return typeof link === 'string' || link instanceof URL ? webLink(link) : link;
}

/** `BASE_URL`, where it is an address: under Vite and Vitest the variable is the path `/`. */
function publicOrigin(): string | undefined {
  const url = environment('BASE_URL') ?? '';
  return /^https?:\/\//.test(url) ? url : undefined;
}

/** No error: an app that follows its messages would take it for a failed send. */
function nothingKnown(id: string): DeliveryReport {
  const counts = { total: 0, delivered: 0, failed: 0, pending: 0, unknown: 0 };
  return { id, status: 'unknown', providerStatus: '', counts, messages: [] };
}
