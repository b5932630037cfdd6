import * as z from 'zod';
import { described, describedAs } from './described.ts';
import { newNode, node } from './nodes.ts';

const { domain_name, url, title, description } = newNode.shape;

/** A row whose values break a rule is an outcome of its own, so only types and names of fields are looked at here. */
const row = z.strictObject({
  domain_name: describedAs(z.string(), domain_name),
  url: describedAs(z.string(), url),
  title: describedAs(z.string().nullish(), title),
  description: describedAs(z.string().nullish(), description),
});

export const newNodes = z.strictObject({
  nodes: described(z.array(row).min(1).max(1000), {
    en: 'Nodes to create, 1000 at most',
    ko: '만들 노드, 최대 1000개',
  }),
});

const rowError = described(z.looseObject({ error: z.string(), message: z.string() }), {
  en: 'As the same node alone would have been answered',
  ko: '이 노드만 따로 보냈을 때의 에러 응답',
});

export const importedNodes = z.object({
  results: described(
    z.array(
      z.union([
        z.object({ index: z.int(), outcome: z.literal('created'), node }),
        z.object({
          index: z.int(),
          outcome: z.literal('duplicate'),
          composite_id: described(z.string(), {
            en: 'The node that holds this URL already',
            ko: '이 URL이 이미 저장된 노드',
          }),
        }),
        z.object({ index: z.int(), outcome: z.literal('failed'), error: rowError }),
      ]),
    ),
    {
      en: 'One outcome for each row, in the order of the rows',
      ko: '행마다 결과 하나, 행의 순서대로',
    },
  ),
  created_count: z.int(),
  duplicate_count: z.int(),
  failed_count: z.int(),
});
