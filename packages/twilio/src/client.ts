import { sendInChunks } from '@jeonbo/core';
import { checkMessage } from './check.ts';
import { createFeedback } from './feedback.ts';
import { deleteMedia, fetchMedia, listMedia } from './media.ts';
import { deleteMessage, fetchMessage, listMessages, updateMessage } from './messages.ts';
import { createMessage } from './send.ts';
import { createTransport } from './transport.ts';
import type { TwilioClient, TwilioClientOptions } from './types.ts';

/**
 * Twilio's Messages API as it is. Nothing is read or opened before the first call.
 *
 * Sends leave at most once; see README for the table.
 *
 * @example
 * const twilio = createTwilioClient(); // TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_PHONE_NUMBER
 * const { sid } = await twilio.messages.create({ to: '010-1234-5678', body: '인증번호는 482913입니다.' });
 * const { status } = await twilio.messages.fetch(sid); // 'queued', then 'delivered'
 */
export function createTwilioClient(options: TwilioClientOptions = {}): TwilioClient {
  const transport = createTransport(options);
  return {
    messages: {
      create: (input, call) => createMessage(transport, input, call),
      fetch: (sid, call) => fetchMessage(transport, sid, call),
      list: (filter, call) => listMessages(transport, filter, call),
      update: (sid, change, call) => updateMessage(transport, sid, change, call),
      redact: (sid, call) => updateMessage(transport, sid, { body: '' }, call),
      cancel: (sid, call) => updateMessage(transport, sid, { status: 'canceled' }, call),
      delete: (sid, call) => deleteMessage(transport, sid, call),
    },
    media: {
      list: (messageSid, filter, call) => listMedia(transport, messageSid, filter, call),
      fetch: (messageSid, sid, call) => fetchMedia(transport, messageSid, sid, call),
      delete: (messageSid, sid, call) => deleteMedia(transport, messageSid, sid, call),
    },
    feedback: {
      create: (messageSid, outcome, call) => createFeedback(transport, messageSid, outcome, call),
    },
    check: checkMessage,
    sendMany(recipients, { concurrency, onUnknown, onProgress, signal, ...message }) {
      const call = signal ? { signal } : {};
      return sendInChunks(
        recipients,
        1,
        ([to = '']) => createMessage(transport, { ...message, to }, call),
        { ...call, concurrency, onUnknown, onProgress },
      );
    },
    get accountSid() {
      return transport.settings.accountSid();
    },
    get ledger() {
      return options.ledger;
    },
  };
}
