import type { CheckResult, Issue } from '@jeonbo/core';
import * as z from 'zod/mini';
import { describeIssues } from '../issues.ts';
import { integer, list, nullable, text } from '../json-schema.ts';
import { defineTool } from '../tool.ts';
import { checkAll } from './check.ts';
import type { BaasContext } from './context.ts';
import {
  message,
  named,
  numbers,
  people,
  purpose,
  type RecipientsInput,
  subject,
  words,
} from './inputs.ts';
import { issue } from './outputs.ts';

const about = {
  name: 'check_message',
  title: { en: 'Check a message', ko: '발송 전 점검' },
  description: {
    en: 'Checks a message without sending it and without a network: SMS, LMS or MMS, bytes, characters that carriers cannot show, advertising rules, numbers, and what the guard rails would refuse. Use it before a bulk or advertising send, or when a text is being written.',
    ko: '보내지 않고 네트워크 없이 점검합니다: SMS·LMS·MMS 구분, 바이트, 표시할 수 없는 문자, 광고 표기, 번호, 안전장치가 거부할 내용. 대량·광고 발송 전이나 문구를 쓸 때 사용하세요.',
  },
  output: {
    required: {
      kind: nullable(text),
      bytes: integer,
      segments: integer,
      errors: list(issue),
      warnings: list(issue),
      suggestions: list(text),
    },
  },
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  },
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
  const { subject, purpose, callback_number: from, recipients } = input;
  const to = recipients && named(recipients);
  const result = checkAll({ text: input.message, subject, purpose, from, to }, context);
  const { kind, bytes, segments, errors, warnings } = result;
  const summary = {
    en: `${kind ?? 'Text'}, ${bytes} bytes: ${errors.length} errors, ${warnings.length} warnings.`,
    ko: `${kind ?? '문자'}, ${bytes}바이트: 오류 ${errors.length}건, 주의 ${warnings.length}건.`,
  }[context.language];
  const { language } = context;
  const data = {
    kind,
    bytes,
    segments,
    errors: describeIssues(errors, language),
    warnings: describeIssues(warnings, language),
    suggestions: suggestionsOf(result, input.message),
  };
  const lines = [...data.errors, ...data.warnings].map(
    ({ code, message }) => `${code}: ${message}`,
  );
  return { data, text: [summary, ...lines, ...data.suggestions].join('\n') };
}

/** What to write instead, one line each, without repeats. */
function suggestionsOf({ errors, warnings }: CheckResult, message: string): string[] {
  const lines = [...errors, ...warnings].flatMap(({ suggestion, position, field }: Issue) => {
    if (suggestion === undefined) return [];
    const inText = position !== undefined && (field === 'message' || field === 'text');
    const character = inText ? String.fromCodePoint(message.codePointAt(position) ?? 0x20) : '';
    return [character.trim() ? `${character} → ${suggestion || '∅'}` : suggestion];
  });
  return [...new Set(lines)].slice(0, 20);
}
