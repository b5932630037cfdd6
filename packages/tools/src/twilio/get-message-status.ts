import * as z from 'zod/mini';
import { reading } from '../annotations.ts';
import { defineTool } from '../tool.ts';
import type { TwilioContext } from './context.ts';
import { messageOutput } from './message.ts';
import { readMessage } from './read-message.ts';

export const getMessageStatus = defineTool({
  name: 'get_message_status',
  title: { en: 'Message status', ko: '발송 결과 조회' },
  description: {
    en: 'Tells what became of one message, by its sid: queued, sending and sent are under way (ask again after some seconds); delivered, undelivered and failed are final, error_code says why. Price and dates appear as Twilio knows them. Not to look for messages (list_messages).',
    ko: 'sid로 메시지 하나의 결과를 조회합니다. queued, sending, sent는 진행 중(몇 초 뒤 다시 조회), delivered, undelivered, failed는 최종 결과이며 error_code가 이유입니다. 요금과 시각은 Twilio가 아는 대로 나옵니다. 메시지를 찾을 때는 list_messages를 쓰세요.',
  },
  input: z.strictObject({ sid: z.string().check(z.regex(/^(?:SM|MM)[0-9a-fA-F]{32}$/)) }),
  parameters: { sid: { en: 'From the answer of the send', ko: '발송 응답의 sid' } },
  output: messageOutput,
  annotations: reading,
  async handler({ sid }, context: TwilioContext, { signal }) {
    const message = await readMessage(sid, context, signal ? { signal } : {});
    const { status, error_code, error_message, price, price_unit } = message;
    const reason = [error_code, error_message].filter((part) => part !== null).join(' ');
    const cost = price === null ? '' : ` (${price} ${price_unit ?? ''})`;
    return { data: message, text: [`${status}${cost}`, reason].filter(Boolean).join(': ') };
  },
});
