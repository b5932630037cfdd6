import type { SendReceipt } from '@jeonbo/core';
import type { SentMessage, TwilioClient } from '@jeonbo/twilio-client';
import { integer, list, object, text } from '../json-schema.ts';
import { countAnswers } from '../messaging/count-answers.ts';
import { sendOutput } from '../messaging/outputs.ts';
import type { ToolCall } from '../tool.ts';
import type { TwilioContext } from './context.ts';
import { phoneOf } from './message.ts';

// What a repeat finds in the ledger is the sid alone.
const facts = { status: text, segments: integer };
const message = object({ required: { sid: text }, optional: { to: text, ...facts } });

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
  const messages = id
    .split(',')
    .filter(Boolean)
    .map((sid) => {
      const answer = answers.get(sid);
      if (!answer) return { sid };
      const { status, numSegments } = answer;
      const to = phoneOf(answer.to, context);
      return { sid, status, segments: numSegments, ...(to !== null && { to }) };
    });
  const [first] = messages;
  if (!first) return {};
  if (messages.length > 1) {
    const { to: _, ...own } = { to: null, ...first };
    return { ...own, messages };
  }
  const { to: _, ...own } = { to: null, ...first };
  return own;
}
