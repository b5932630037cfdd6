import type { SendReceipt } from '@jeonbo/core';
import type { SentMessage, TwilioClient } from '@jeonbo/twilio-client';
import { integer, list, object, text } from '../json-schema.ts';
import { countAnswers } from '../messaging/count-answers.ts';
import { sendOutput } from '../messaging/outputs.ts';
import type { ToolCall } from '../tool.ts';
import type { TwilioContext } from './context.ts';
import { phoneOf } from './message.ts';

// Of a repeat the ledger knows the sid alone.
const facts = { status: text, segments: integer };
const message = object({ required: { sid: text }, optional: { ...facts, to: text } });

export const messagesOutput = sendOutput({ sid: text, ...facts, messages: list(message) });

/** A client that tells how far it is and keeps what Twilio answered: a receipt has the sids only. */
export function watched(twilio: TwilioClient, total: number, progress: ToolCall['progress']) {
  const count = countAnswers(total, progress);
  const answers = new Map<string, SentMessage>();
  const client: TwilioClient = {
    ...twilio,
    messages: {
      ...twilio.messages,
      async create(input, options) {
        const sent = await count(twilio.messages.create(input, options), 1);
        // Twilio counts later where a messaging service still chooses the sender.
        const numSegments = sent.numSegments || twilio.check(input).segments;
        answers.set(sent.sid, { ...sent, numSegments });
        return sent;
      },
    },
  };
  return { client, answers };
}

/** The message, as promised; all of them where there are several. */
export function describeSent(
  { id }: SendReceipt,
  answers: ReadonlyMap<string, SentMessage>,
  context: TwilioContext,
): Readonly<Record<string, unknown>> {
  const sids = id.split(',').filter(Boolean);
  const messages = sids.map((sid) => {
    const answer = answers.get(sid);
    return { sid, ...(answer && { status: answer.status, segments: answer.numSegments }) };
  });
  if (messages.length < 2) return messages[0] ?? {};
  const named = messages.map((one) => {
    const to = phoneOf(answers.get(one.sid)?.to ?? null, context);
    return { ...one, ...(to !== null && { to }) };
  });
  return { ...messages[0], messages: named };
}
