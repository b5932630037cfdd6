import type { CheckResult, Recipient } from '@jeonbo/core';
import * as z from 'zod/mini';
import { looking } from '../annotations.ts';
import { checkAll } from '../messaging/check-all.ts';
import { checkAnswer, checkOutput } from '../messaging/check-answer.ts';
import { purpose } from '../messaging/inputs.ts';
import { defineTool } from '../tool.ts';
import type { BaasContext } from './context.ts';
import { message, named, numbers, people, type RecipientsInput, subject, words } from './inputs.ts';

const about = {
  name: 'check_message',
  title: { en: 'Check a message', ko: '발송 전 점검' },
  description: {
    en: 'Checks a message without sending it and without a network: SMS, LMS or MMS, bytes, characters that carriers cannot show, advertising rules, numbers, and what the guard rails would refuse. Use it before a bulk or advertising send, or when a text is being written.',
    ko: '보내지 않고 네트워크 없이 점검합니다: SMS·LMS·MMS 구분, 바이트, 표시할 수 없는 문자, 광고 표기, 번호, 안전장치가 거부할 내용. 대량·광고 발송 전이나 문구를 쓸 때 사용하세요.',
  },
  output: checkOutput,
  annotations: looking,
} as const;

const fields = {
  message,
  subject: z.optional(subject),
  purpose,
  callback_number: z.optional(z.string()),
};

interface Input {
  readonly message: string;
  readonly subject?: string | undefined;
  readonly purpose?: 'transactional' | 'ad' | 'otp' | undefined;
  readonly callback_number?: string | undefined;
  readonly recipients?: RecipientsInput | undefined;
}

export const checkMessage = defineTool({
  ...about,
  input: z.strictObject({ ...fields, recipients: z.optional(numbers) }),
  parameters: words,
  handler: async (input, context: BaasContext) => check(input, context),
});

/** The same where the operator's book says who can be reached. */
export const checkMessageToPeople = defineTool({
  ...about,
  input: z.strictObject({ ...fields, recipients: z.optional(people) }),
  parameters: { ...words, recipients: words.people },
  handler: async (input, context: BaasContext) => check(input, context),
});

function check(input: Input, context: BaasContext) {
  const { message, subject, purpose, callback_number: from, recipients } = input;
  const to = recipients && named(recipients);
  const checkText = (text: string, people?: readonly Recipient[]) =>
    context.baas.check({
      message: text,
      ...(subject !== undefined && { subject }),
      ...(from !== undefined && { callbackNumber: from }),
      ...(purpose && { purpose }),
      ...(people && { recipients: people.map(toBaas) }),
    });
  const result = checkAll(
    { text: message, subject, from, to },
    // Everybody is looked at once, with the first text.
    (people, texts) => merge(texts.map((text, at) => checkText(text, at ? undefined : people))),
    context,
  );
  const { kind, bytes } = result;
  const measure = {
    en: `${kind ?? 'Text'}, ${bytes} bytes`,
    ko: `${kind ?? '문자'}, ${bytes}바이트`,
  };
  return checkAnswer(result, message, measure, context);
}

/** Everything that was found, with the figures of the heaviest text. */
function merge(checks: readonly CheckResult[]): CheckResult {
  const heaviest = checks.reduce((most, next) => (next.bytes > most.bytes ? next : most));
  const errors = checks.flatMap((one) => one.errors);
  return { ...heaviest, errors, warnings: checks.flatMap((one) => one.warnings) };
}

function toBaas(recipient: Recipient) {
  const phoneNumber = recipient !== 'me' && 'phoneNumber' in recipient ? recipient.phoneNumber : '';
  return { phoneNumber, memberCode: '' };
}
