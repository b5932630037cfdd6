import type { CheckResult, OutboundMessage, Recipient } from '@jeonbo/core';
import { createMessageClient } from '@jeonbo/twilio-client';
import * as z from 'zod/mini';
import { looking } from '../annotations.ts';
import { text } from '../json-schema.ts';
import { checkAll } from '../messaging/check-all.ts';
import { checkAnswer, checkOutput } from '../messaging/check-answer.ts';
import { purpose } from '../messaging/inputs.ts';
import { defineTool } from '../tool.ts';
import type { TwilioContext } from './context.ts';
import { message, numbers, people, type ToInput, words } from './inputs.ts';
import { recipientsOf } from './recipients.ts';

const about = {
  name: 'check_message',
  title: { en: 'Check a message', ko: '발송 전 점검' },
  description: {
    en: 'Checks a message without sending it and without a network: encoding and segments (what Twilio charges), what Korea would not show, advertising rules there, numbers, the sender, and what the guard rails would refuse. Use it before a bulk send or while a text is being written.',
    ko: '보내지 않고 네트워크 없이 점검합니다: 인코딩과 세그먼트 수(Twilio 과금 단위), 국내에서 표시할 수 없는 문자와 광고 표기, 번호, 발신자, 안전장치가 거부할 내용. 대량 발송 전이나 문구를 쓸 때 사용하세요.',
  },
  output: { required: { ...checkOutput.required, encoding: text } },
  annotations: looking,
} as const;

interface Input {
  readonly to?: ToInput;
  readonly message: string;
  readonly purpose?: OutboundMessage['purpose'] | undefined;
}

export const checkMessage = defineTool({
  ...about,
  input: z.strictObject({ to: numbers, message, purpose }),
  parameters: words,
  handler: async (input, context: TwilioContext) => check(input, context),
});

/** The same where the operator's book says who can be reached. */
export const checkMessageToPeople = defineTool({
  ...about,
  input: z.strictObject({ to: people, message, purpose }),
  parameters: { ...words, to: words.people },
  handler: async (input, context: TwilioContext) => check(input, context),
});

function check({ to: given, message, purpose }: Input, context: TwilioContext) {
  const { sender } = context;
  // As a send would take it; without anybody only the text is looked at.
  const isFor = given !== undefined || context.notificationPhone !== undefined;
  const to = isFor ? recipientsOf(given, context) : undefined;
  const look = (people: readonly Recipient[] | undefined): CheckResult =>
    people
      ? createMessageClient(context.twilio, sender).check({
          to: people,
          text: message,
          ...(purpose && { purpose }),
        })
      : context.twilio.check({ ...sender, body: message, ...(purpose && { purpose }) });
  const result = checkAll({ text: message, to }, look, context);
  const { encoding, segments } = result;
  const measure = {
    en: `${encoding}, segments: ${segments}`,
    ko: `${encoding}, 세그먼트 ${segments}개`,
  };
  const answer = checkAnswer(result, message, measure, context);
  return { ...answer, data: { ...answer.data, encoding } };
}
