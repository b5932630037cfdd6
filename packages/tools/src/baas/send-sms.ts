import * as z from 'zod/mini';
import { sending } from '../annotations.ts';
import { defineTool } from '../tool.ts';
import type { BaasContext } from './context.ts';
import { numbers, people, sendFields, words } from './inputs.ts';
import { groupOutput } from './outputs.ts';
import { send } from './send.ts';

const about = {
  name: 'send_sms',
  title: { en: 'Send SMS', ko: '문자(SMS) 보내기' },
  description: {
    en: 'Sends a text message now to 1–1000 people in Korea; long texts go as LMS. Costs money and cannot be taken back. Not for images or a subject (send_mms), nor to try a text out (check_message). sent_count is what was accepted; get_message_status tells what arrived. Never repeat a call whose outcome is unknown.',
    ko: '국내 1~1000명에게 지금 문자를 보냅니다. 긴 글은 LMS로 나갑니다. 요금이 들고 취소할 수 없습니다. 이미지나 제목은 send_mms, 발송 전 점검은 check_message를 쓰세요. sent_count는 접수 건수이며 수신 결과는 get_message_status로 확인합니다. 결과를 알 수 없는 호출은 반복하지 마세요.',
  },
  output: groupOutput,
  annotations: sending,
} as const;

export const sendSms = defineTool({
  ...about,
  input: z.strictObject({ recipients: numbers, ...sendFields }),
  parameters: words,
  handler: (input, context: BaasContext, call) => send('sms', input, context, call),
});

/** The same where the operator's book says who can be reached. */
export const sendSmsToPeople = defineTool({
  ...about,
  input: z.strictObject({ recipients: people, ...sendFields }),
  parameters: { ...words, recipients: words.people },
  handler: (input, context: BaasContext, call) => send('sms', input, context, call),
});
