import * as z from 'zod';
import { described } from './described.ts';

export const timestamp = z
  .string()
  .meta({ format: 'date-time', examples: ['2023-01-01T00:00:00Z'] });

/** Which node. Its form is looked at by the operation, since a wrong one is an error of its own. */
export const nodeKey = described(z.string().meta({ examples: ['url-db:tech-articles:123'] }), {
  en: 'Composite key of a node: tool_name:domain_name:id',
  ko: '노드의 합성키: tool_name:domain_name:id',
});

/** Which attribute of a domain. */
export const attributeKey = described(
  z.string().meta({ examples: ['url-db:tech-articles:attr-7'] }),
  {
    en: 'Composite key of a domain attribute: tool_name:domain_name:attr-id',
    ko: '도메인 속성의 합성키: tool_name:domain_name:attr-id',
  },
);

export const force = described(z.boolean().default(false), {
  en: 'Delete it with everything in it',
  ko: '안에 있는 것까지 모두 삭제',
});

/** What an operation answers that leaves nothing behind; over HTTP a 204 without a body. */
export const deleted = z.object({ deleted: z.literal(true) });
