import * as z from 'zod/mini';
import { reading } from '../annotations.ts';
import { integer, list, nullable, object, text, words } from '../json-schema.ts';
import { defineTool } from '../tool.ts';
import type { BaasContext } from './context.ts';
import { readGroup } from './status.ts';

export const getMessageStatus = defineTool({
  name: 'get_message_status',
  title: { en: 'Message status', ko: '발송 결과 조회' },
  description: {
    en: 'Tells what became of a send, by its group_id: 성공 delivered, 실패 failed, 부분성공 some of each, 전송중 under way (ask again after some seconds). Use it after send_sms or send_mms, not to look for earlier sends (get_send_history).',
    ko: 'group_id로 발송 결과를 조회합니다: 성공, 실패, 부분성공, 전송중(몇 초 뒤 다시 조회). send_sms, send_mms 다음에 쓰고, 지난 발송을 찾을 때는 get_send_history를 쓰세요.',
  },
  input: z.strictObject({ group_id: z.int().check(z.gte(0)) }),
  parameters: { group_id: { en: 'From the answer of the send', ko: '발송 응답의 group_id' } },
  output: {
    required: {
      group_id: integer,
      status: words('성공', '실패', '부분성공', '전송중'),
      total_count: integer,
      success_count: integer,
      failed_count: integer,
      pending_count: integer,
      messages: list(
        object({
          required: { phone: text, name: nullable(text), status: text, reason: nullable(text) },
        }),
      ),
    },
  },
  annotations: reading,
  async handler({ group_id }, context: BaasContext, { signal }) {
    const group = await readGroup(group_id, context, signal ? { signal } : {});
    const { status, total_count, success_count, failed_count, pending_count } = group;
    const summary = {
      en: `${status}: ${success_count} delivered, ${failed_count} failed, ${pending_count} pending of ${total_count}.`,
      ko: `${status}: 전체 ${total_count}건 중 성공 ${success_count}, 실패 ${failed_count}, 전송중 ${pending_count}.`,
    }[context.language];
    const failed = group.messages.filter((row) => row.status === '실패').slice(0, 10);
    const lines = failed.map(({ phone, reason }) => `${phone}: ${reason ?? '-'}`);
    return { data: group, text: [summary, ...lines].join('\n') };
  },
});
