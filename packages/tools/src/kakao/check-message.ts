import type { CheckResult, Recipient } from '@jeonbo/core';
import * as z from 'zod/mini';
import { looking } from '../annotations.ts';
import type { NamedRecipient } from '../guard/recipients.ts';
import { integer, words as wordsOf } from '../json-schema.ts';
import { checkAll } from '../messaging/check-all.ts';
import { checkAnswer, checkOutput } from '../messaging/check-answer.ts';
import { defineTool } from '../tool.ts';
import type { KakaoContext } from './context.ts';
import { message, several, words } from './inputs.ts';
import { friendsOf } from './recipients.ts';
import { isLong } from './shorten.ts';
import { checkText } from './text-content.ts';

const { errors, warnings, suggestions } = checkOutput.required;

const about = {
  name: 'check_message',
  title: { en: 'Check a message', ko: '발송 전 점검' },
  description: {
    en: 'Checks a text for KakaoTalk without sending it and without a network: its characters, whether it goes whole or as its beginning with a link to a page, and what the guard rails would refuse. Use it while a text is being written.',
    ko: '보내지 않고 네트워크 없이 카카오톡 글을 점검합니다: 글자 수, 전체가 나가는지 앞부분과 페이지 링크로 나가는지, 안전장치가 거부할 내용. 문구를 쓸 때 사용하세요.',
  },
  output: {
    required: {
      characters: integer,
      sent_as: wordsOf('whole', 'page'),
      errors,
      warnings,
      suggestions,
    },
  },
  annotations: looking,
} as const;

export const checkMessage = defineTool({
  ...about,
  input: z.strictObject({ message, uuids: z.optional(several) }),
  parameters: words,
  fieldNames: { to: 'uuids' },
  handler: async ({ message, uuids }, context: KakaoContext) =>
    check(message, uuids && friendsOf(uuids, context), context),
});

/** The same where the operator's book says who can be reached. */
export const checkMessageToPeople = defineTool({
  ...about,
  input: z.strictObject({ message, ids: z.optional(several) }),
  parameters: words,
  fieldNames: { to: 'ids' },
  handler: async ({ message, ids }, context: KakaoContext) =>
    check(message, ids && friendsOf(ids, context), context),
});

function check(text: string, to: readonly NamedRecipient[] | undefined, context: KakaoContext) {
  const look = (people: readonly Recipient[] = ['me']): CheckResult =>
    checkText({ to: people, text }, context);
  const found = checkAll({ text, to, address: 'kakaoUuid' }, look, context);
  // What nothing fills was told by the look already.
  const result = { ...found, errors: found.errors.filter(({ field }) => field !== 'variables') };
  const isOnPage = isLong(text);
  const measure = {
    en: `${result.characters} characters, ${isOnPage ? 'its beginning and a link to a page' : 'whole'}`,
    ko: `${result.characters}자, ${isOnPage ? '앞부분과 페이지 링크로 발송' : '전체 발송'}`,
  };
  const { data, text: summary } = checkAnswer(result, text, measure, context);
  const { errors, warnings, suggestions } = data;
  const sentAs = isOnPage ? 'page' : 'whole';
  return {
    data: { characters: result.characters, sent_as: sentAs, errors, warnings, suggestions },
    text: summary,
  };
}
