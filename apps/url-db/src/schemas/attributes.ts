import * as z from 'zod';
import { isAttributeName, maximumAttributeNameLength } from '../attributes/attribute-name.ts';
import { attributeTypes } from '../attributes/types.ts';
import { attributeKey, nodeKey, timestamp } from './common.ts';
import { described } from './described.ts';
import { domainName } from './domain-name.ts';
import { nodeReference } from './nodes.ts';
import { problems } from './problems.ts';
import { rule, text } from './text.ts';

const type = z.enum(attributeTypes);

const attribute = z.object({
  name: z.string(),
  type,
  value: z.string(),
  order_index: described(z.int().optional(), {
    en: 'Of an ordered_tag',
    ko: 'ordered_tag에만 있습니다',
  }),
});

export const nodeAttributes = z.object({
  composite_id: nodeKey,
  attributes: z.array(attribute),
});

/** One line without white space around it. */
export const attributeName = z
  .string()
  .refine(isAttributeName, rule(problems.attributeName))
  .meta({ minLength: 1, maxLength: maximumAttributeNameLength, examples: ['category'] });

const attributeInput = z.strictObject({
  name: attributeName,
  value: described(z.string().meta({ examples: ['javascript'] }), {
    en: 'As text, numbers too',
    ko: '숫자도 문자열로',
  }),
  order_index: described(z.int().min(0).nullish(), {
    en: 'Place of an ordered_tag, from 0',
    ko: 'ordered_tag의 순서, 0부터',
  }),
});

export const attributeSet = nodeReference.extend({
  attributes: described(z.array(attributeInput).max(1000), {
    en: 'The attributes named here are replaced, others stay. A tag may stand several times, once for each value',
    ko: '여기에 있는 이름의 속성만 바꾸고 나머지는 그대로 둡니다. 태그는 값마다 하나씩 여러 번 쓸 수 있습니다',
  }),
});

export const attributeReference = nodeReference.extend({ name: z.string() });

export const definition = z.object({
  composite_id: attributeKey,
  domain_name: z.string(),
  name: z.string(),
  type,
  description: z.string().nullable(),
  created_at: timestamp,
  updated_at: timestamp,
});

export const definitions = z.object({ attributes: z.array(definition) });

const description = described(
  text(1000)
    .nullish()
    .meta({ examples: ['사용 언어'] }),
  {
    en: 'What the attribute says',
    ko: '속성이 뜻하는 것',
  },
);

export const definitionsQuery = z.strictObject({ domain_name: domainName });

export const newDefinition = z.strictObject({
  domain_name: domainName,
  name: attributeName,
  type: described(type, {
    en: 'tag and ordered_tag: many values of 1–50 characters; number: one finite decimal; string: one line; markdown: many lines; image: URL or data:image. It cannot be changed later',
    ko: 'tag와 ordered_tag: 1~50자 값 여러 개, number: 십진수 하나, string: 한 줄, markdown: 여러 줄, image: URL 또는 data:image. 나중에 바꿀 수 없습니다',
  }),
  description,
});

export const definitionReference = z.strictObject({ composite_id: attributeKey });

export const definitionChanges = definitionReference.extend({
  name: attributeName.optional(),
  description,
});
