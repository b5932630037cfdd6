import type { DeliveryReport, MessageClient } from '@jeonbo/core';
import { JeonboError, maskPhoneNumber } from '@jeonbo/core';
import type { Answer } from '../shared/answer.ts';
import { logError } from '../shared/log.ts';
import { isSigned, sign } from '../shared/signature.ts';

const dayMs = 24 * 60 * 60 * 1000;

export interface StatusOptions {
  readonly client: MessageClient;
  /** From the environment. Signs the links. */
  readonly secret: string;
  readonly now?: () => number;
}

/** What became of a message, for those who were given the link to it. */
export function createStatus({ client, secret, now = Date.now }: StatusOptions) {
  return {
    /**
     * The link to hand to the browser after a send, good for a day. Group ids are counted up: without a
     * signature, anybody could read everybody's by trying the next number.
     *
     * @example await status.linkTo(receipt.id) // '/sms-status/12345?expires=…&signature=…'
     */
    async linkTo(id: string): Promise<string> {
      const expires = now() + dayMs;
      const signature = await sign(secret, `${id}:${expires}`);
      return `/sms-status/${id}?expires=${expires}&signature=${signature}`;
    },

    async read(id: string, query: URLSearchParams): Promise<Answer> {
      const expires = query.get('expires') ?? '';
      const signature = query.get('signature') ?? '';
      const good = await isSigned(secret, `${id}:${expires}`, signature);
      if (!good || Number(expires) < now()) return { status: 404, body: {} };
      try {
        return { status: 200, body: { ...view(await client.status(id)) } };
      } catch (error) {
        logError(error);
        const known = JeonboError.is(error) && error.code === 'NOT_FOUND';
        return { status: known ? 404 : 503, body: {} };
      }
    },
  };
}

export type Status = ReturnType<typeof createStatus>;

/** What the browser gets: no whole phone number, no word of the provider's that it need not know. */
export type StatusView = ReturnType<typeof view>;

function view({ id, status, counts, messages }: DeliveryReport) {
  const { delivered, failed, pending, unknown } = counts;
  return {
    groupId: id,
    /** `queued`, `sent`, `delivered`, `failed` or `unknown`. Only `delivered` means that it arrived. */
    status,
    delivered,
    failed,
    pending,
    unknown,
    // No rows yet means under way, never done.
    final: messages.length > 0 && pending === 0,
    messages: messages.map(({ recipient, status, reason }) => ({
      phone: maskPhoneNumber(recipient),
      status,
      reason: reason ?? null,
    })),
  };
}
