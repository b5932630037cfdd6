import * as z from 'zod';
import { nodeKey, timestamp } from './common.ts';
import { described } from './described.ts';
import { domainName } from './domain-name.ts';
import { exact, isPageOrCursor, pageOrCursor, pagingInput, pagingOutput } from './paging.ts';
import { text } from './text.ts';

export const node = z.object({
  composite_id: nodeKey,
  url: z.string(),
  domain_name: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  created_at: timestamp,
  updated_at: timestamp,
});

const title = described(
  text(255)
    .nullish()
    .meta({ examples: ['Example Article'] }),
  {
    en: 'Title. Left out, null or empty: made from the URL',
    ko: '제목. 없거나 null이거나 비어 있으면 URL에서 만듭니다',
  },
);
const description = described(
  text(1000)
    .nullish()
    .meta({ examples: ['This is an example article'] }),
  { en: 'Description', ko: '설명' },
);

/** Its form is looked at by the operation: which schemes are kept is a setting. */
const url = described(
  z.string().meta({ maxLength: 2048, examples: ['https://example.com/article'] }),
  { en: 'The URL, http or https', ko: 'URL, http 또는 https' },
);

export const newNode = z.strictObject({ domain_name: domainName, url, title, description });

export const nodeReference = z.strictObject({ composite_id: nodeKey });

export const nodeChanges = nodeReference.extend({ title, description });

export const nodesQuery = z
  .strictObject({
    domain_name: domainName.optional(),
    ...pagingInput,
    search: described(text(1000).optional(), {
      en: 'Words that must all be in title, URL or description, in any script',
      ko: '제목, URL, 설명에 모두 들어 있어야 하는 검색어. 한 글자부터',
    }),
    exact,
  })
  .refine(isPageOrCursor, pageOrCursor());

export const nodesPage = z.object({ nodes: z.array(node), ...pagingOutput });

export const nodeSearch = z.strictObject({
  domain_name: described(domainName.optional(), {
    en: 'Left out: every domain',
    ko: '지정하지 않으면 모든 도메인',
  }),
  url,
});

/** One node of the domain that was named, or all that hold the URL where none was. */
export const foundNodes = z
  .union([node, z.object({ nodes: z.array(node) })])
  .meta({ type: 'object' });

export const nodeKeys = z.strictObject({
  composite_ids: described(z.array(z.string()).max(100), {
    en: 'Composite keys, 100 at most',
    ko: '합성키, 최대 100개',
  }),
});

export const nodesByKey = z.object({ nodes: z.array(node), not_found: z.array(z.string()) });
