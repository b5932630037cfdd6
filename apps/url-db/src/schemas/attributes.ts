import * as z from 'zod';
import { isAttributeName, maximumAttributeNameLength } from '../attributes/attribute-name.ts';
import { attributeTypes } from '../attributes/types.ts';
import { filterOperators } from '../storage/store.ts';
import { attributeKey, nodeKey, timestamp } from './common.ts';
import { domainName } from './domain-name.ts';
import { nodeReference } from './nodes.ts';
import { isPageOrCursor, pageOrCursor, pagingInput } from './paging.ts';
import { problems } from './problems.ts';
import { rule, text } from './text.ts';

const type = z.enum(attributeTypes);

const attribute = z.object({
  name: z.string(),
  type,
  value: z.string(),
  order_index: z.int().optional().meta({ description: 'Of an ordered_tag' }),
});

export const nodeAttributes = z.object({
  composite_id: nodeKey,
  attributes: z.array(attribute),
});

/** One line without white space around it. */
const attributeName = z
  .string()
  .refine(isAttributeName, rule(problems.attributeName))
  .meta({ minLength: 1, maxLength: maximumAttributeNameLength, examples: ['category'] });

export const attributeSet = nodeReference.extend({
  attributes: z
    .array(
      z.strictObject({
        name: attributeName,
        value: z.string().meta({ description: 'As text, numbers too', examples: ['javascript'] }),
        order_index: z
          .int()
          .min(0)
          .nullish()
          .meta({ description: 'Place of an ordered_tag, from 0' }),
      }),
    )
    .max(1000)
    .meta({
      description:
        'The attributes named here are replaced, others stay. A tag may stand several times, once for each value',
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

const description = text(1000).nullish().meta({ description: 'What the attribute says' });

export const definitionsQuery = z.strictObject({ domain_name: domainName });

export const newDefinition = z.strictObject({
  domain_name: domainName,
  name: attributeName,
  type: type.meta({
    description:
      'tag and ordered_tag: many values of 1–50 characters; number: one finite decimal; string: one line; markdown: many lines; image: URL or data:image. It cannot be changed later',
  }),
  description,
});

export const definitionReference = z.strictObject({ composite_id: attributeKey });

export const definitionChanges = definitionReference.extend({
  name: attributeName.optional(),
  description,
});

export const filterInput = z
  .strictObject({
    domain_name: domainName,
    filters: z
      .array(
        z
          .strictObject({
            name: attributeName,
            operator: z.enum(filterOperators).meta({
              description: 'gt and lt are for numbers; exists needs no value',
            }),
            value: z.string().nullish(),
          })
          .refine(({ operator, value }) => operator === 'exists' || value != null, {
            ...rule(problems.filterValue),
            path: ['value'],
          }),
      )
      .min(1)
      .max(20)
      .meta({ description: 'All of them must match' }),
    ...pagingInput,
    exact: z
      .boolean()
      .default(false)
      .meta({ description: 'Count every match, however long that takes' }),
  })
  .refine(isPageOrCursor, pageOrCursor());
