import type { HistoryEntry } from '@jeonbo/core/ledger';
import * as z from 'zod/mini';
import { looking } from '../annotations.ts';
import { integer, list, nullable, object, text, words as wordsOf } from '../json-schema.ts';
import { defineTool } from '../tool.ts';
import { accountOf, type BaasContext, projectOf } from './context.ts';
import { projectId, words } from './inputs.ts';

export const getSendHistory = defineTool({
  name: 'get_send_history',
  title: { en: 'Send history', ko: '발송 내역' },
  description: {
    en: 'Lists what this installation sent for a project, newest first, from its own ledger: BaaS offers no history, so sends of other programs are not in it. For whether a message arrived use get_message_status.',
    ko: '이 설치본이 프로젝트로 보낸 내역을 최신순으로 보여 줍니다. BaaS에는 내역 API가 없어 자체 원장에서 읽으므로 다른 프로그램의 발송은 없습니다. 수신 여부는 get_message_status로 확인하세요.',
  },
  input: z.strictObject({
    project_id: projectId,
    offset: z._default(z.int().check(z.gte(0)), 0),
    limit: z._default(z.int().check(z.gte(1), z.lte(100)), 20),
    message_type: z._default(z.enum(['SMS', 'MMS', 'ALL']), 'ALL'),
  }),
  parameters: {
    project_id: words.project_id,
    offset: { en: 'Entries to skip', ko: '건너뛸 건수' },
    limit: { en: 'Entries to return', ko: '가져올 건수' },
    message_type: { en: 'Which kind', ko: '종류' },
  },
  output: {
    required: {
      project_id: nullable(text),
      total_count: integer,
      offset: integer,
      limit: integer,
      history: list(
        object({
          required: {
            sent_at: text,
            message_type: text,
            group_ids: list(integer),
            sent_count: integer,
            failed_count: integer,
            unknown_count: integer,
            recipients: list(text),
          },
          optional: { message: text },
        }),
      ),
      source: wordsOf('ledger'),
    },
  },
  annotations: looking,
  async handler({ project_id, offset, limit, message_type }, context: BaasContext) {
    const project = projectOf(context, project_id);
    const { total, entries } = await context.ledger.history({
      provider: 'baas',
      account: accountOf(context, project),
      ...(message_type !== 'ALL' && { kind: message_type.toLowerCase() }),
      offset,
      limit,
    });
    const summary = {
      en: `${entries.length} of ${total} sends of this installation, from its own ledger.`,
      ko: `이 설치본의 발송 ${total}건 중 ${entries.length}건입니다(자체 원장).`,
    }[context.language];
    const history = entries.map(describeEntry);
    const lines = history.map(
      ({ sent_at, message_type, group_ids, sent_count }) =>
        `${sent_at} ${message_type} group_id ${group_ids.join(',') || '-'}: ${sent_count}`,
    );
    const page = { total_count: total, offset, limit, history, source: 'ledger' };
    return { data: { project_id: project ?? null, ...page }, text: [summary, ...lines].join('\n') };
  },
});

function describeEntry(entry: HistoryEntry) {
  return {
    sent_at: new Date(entry.at).toISOString(),
    message_type: entry.kind.toUpperCase(),
    group_ids: [...new Set(entry.providerIds.flatMap((id) => id.split(',').map(Number)))],
    sent_count: entry.accepted,
    failed_count: entry.rejected,
    unknown_count: entry.inDoubt,
    recipients: entry.recipients,
    ...(entry.text !== null && { message: entry.text }),
  };
}
