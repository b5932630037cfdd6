import { maskPhoneNumber } from '@jeonbo/core';
import type { Message } from '@jeonbo/twilio-client';
import { integer, nullable, object, text } from '../json-schema.ts';
import { quote } from '../quote.ts';
import type { TwilioContext } from './context.ts';

const number = { type: 'number' };

const fields = {
  sid: text,
  status: text,
  direction: nullable(text),
  to: nullable(text),
  from: nullable(text),
  segments: nullable(integer),
  error_code: nullable(integer),
  error_message: nullable(text),
  price: nullable(number),
  price_unit: nullable(text),
  date_created: nullable(text),
  date_sent: nullable(text),
  date_updated: nullable(text),
};

export const messageOutput = { required: fields };

export const messageSchema = object(messageOutput);

/**
 * A message as Twilio knows it. Without its text: an account's messages hold the codes that other programs send, and
 * words of strangers.
 */
export function describeMessage(
  message: Message,
  context: Pick<TwilioContext, 'guard' | 'secrets'>,
) {
  const { sid, status, direction, errorMessage } = message;
  return {
    sid,
    status,
    direction,
    to: phoneOf(message.to, context),
    from: phoneOf(message.from, context),
    // None while a messaging service still chooses the sender.
    segments: message.numSegments || null,
    error_code: message.errorCode,
    error_message: errorMessage === null ? null : quote(errorMessage, context.secrets),
    price: message.price,
    price_unit: message.priceUnit,
    date_created: isoOf(message.dateCreated),
    date_sent: isoOf(message.dateSent),
    date_updated: isoOf(message.dateUpdated),
  };
}

/** With a book the agent was never told a number, so it is told none here. */
export function phoneOf(
  phone: string | null,
  { guard }: Pick<TwilioContext, 'guard'>,
): string | null {
  return phone !== null && guard.recipients === 'book' ? maskPhoneNumber(phone) : phone;
}

function isoOf(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
