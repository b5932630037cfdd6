import type { MessageClient } from '@jeonbo/core';
import type { Answer } from '../shared/answer.ts';
import type { Database } from '../shared/database.ts';
import { logError } from '../shared/log.ts';
import { sendOnce } from '../shared/send-once.ts';
import { isSigned } from '../shared/signature.ts';
import { type NoticeLanguage, noticeFor } from './notice.ts';
import { parseOrderEvent } from './order-event.ts';

export interface OrderNoticesOptions {
  readonly client: MessageClient;
  readonly database: Database;
  /** Shared with the shop, which signs each webhook's body with it. */
  readonly secret: string;
  readonly language?: NoticeLanguage;
}

/** Turns a shop's webhook into one message to the customer. */
export function createOrderNotices({ client, database, secret, language }: OrderNoticesOptions) {
  /**
   * @param body the body as it came: the signature is over these very bytes
   * @param signature HMAC-SHA-256 of the body in hexadecimal digits, of the header `X-Signature`
   */
  return async function handle(body: string, signature: string): Promise<Answer> {
    // Without this anybody who finds the address sends messages at your cost.
    if (!(await isSigned(secret, body, signature))) return { status: 401, body: {} };
    const event = parseOrderEvent(body);
    if (!event) return { status: 400, body: { state: 'not-sent', reason: 'VALIDATION_ERROR' } };

    const result = await sendOnce(client, database, noticeFor(event, language));
    if (result.state === 'accepted') {
      // Accepted is not delivered: keep receipt.id with the order and ask for its status later.
      const { duplicate, receipt } = result;
      return { status: 200, body: { state: 'accepted', duplicate, id: receipt.id } };
    }
    // 200, so that the shop does not call again: the message may be on its way. A person looks at these rows.
    if (result.state === 'unknown') return { status: 200, body: { state: 'unknown' } };

    // Certainly not sent. A shop calls again after 503, not after 422: retrying cannot mend a wrong number.
    const { code, retryable } = result.error;
    logError(result.error);
    return { status: retryable ? 503 : 422, body: { state: 'not-sent', reason: code } };
  };
}

export type OrderNotices = ReturnType<typeof createOrderNotices>;
