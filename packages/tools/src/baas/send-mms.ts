import * as z from 'zod/mini';
import { sending } from '../annotations.ts';
import { defineTool } from '../tool.ts';
import type { Words } from '../words.ts';
import type { BaasContext } from './context.ts';
import { numbers, people, sendFields, subject, words } from './inputs.ts';
import { groupOutput } from './outputs.ts';
import { send } from './send.ts';

const about = {
  name: 'send_mms',
  title: { en: 'Send MMS', ko: '문자(MMS) 보내기' },
  description: {
    en: 'Sends a message with a subject and up to 5 images now to 1–1000 people in Korea. Costs more than send_sms, which is right for text alone; cannot be taken back. sent_count is what was accepted; get_message_status tells what arrived. Never repeat a call whose outcome is unknown.',
    ko: '제목과 이미지(최대 5장)가 있는 문자를 국내 1~1000명에게 지금 보냅니다. 글만 있으면 더 저렴한 send_sms를 쓰세요. 취소할 수 없습니다. sent_count는 접수 건수이며 수신 결과는 get_message_status로 확인합니다. 결과를 알 수 없는 호출은 반복하지 마세요.',
  },
  output: groupOutput,
  annotations: sending,
} as const;

const imageUrl = z.string().check(z.refine(URL.canParse, 'INVALID_IMAGE_URL'));

const mmsFields = {
  subject,
  image_urls: z.optional(z.array(imageUrl).check(z.maxLength(5, 'TOO_MANY_IMAGES'))),
  ...sendFields,
};

const mmsWords = {
  ...words,
  image_urls: {
    en: 'Public http(s) addresses, JPG is safe',
    ko: '공개된 http(s) 주소, JPG 권장',
  } satisfies Words,
};

export const sendMms = defineTool({
  ...about,
  input: z.strictObject({ recipients: numbers, ...mmsFields }),
  parameters: mmsWords,
  handler: (input, context: BaasContext, call) => send('mms', input, context, call),
});

/** The same where the operator's book says who can be reached. */
export const sendMmsToPeople = defineTool({
  ...about,
  input: z.strictObject({ recipients: people, ...mmsFields }),
  parameters: { ...mmsWords, recipients: words.people },
  handler: (input, context: BaasContext, call) => send('mms', input, context, call),
});
