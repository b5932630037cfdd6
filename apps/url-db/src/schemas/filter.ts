import * as z from 'zod';
import { filterOperators } from '../storage/store.ts';
import { attributeName } from './attributes.ts';
import { described } from './described.ts';
import { domainName } from './domain-name.ts';
import { exact, isPageOrCursor, pageOrCursor, pagingInput } from './paging.ts';
import { problems } from './problems.ts';
import { rule } from './text.ts';

const filter = z
  .strictObject({
    name: attributeName,
    operator: described(z.enum(filterOperators), {
      en: 'gt and lt are for numbers; exists needs no value',
      ko: 'gt와 lt는 숫자에 쓰고, exists에는 value가 필요 없습니다',
    }),
    value: z.string().nullish(),
  })
  .refine(({ operator, value }) => operator === 'exists' || value != null, {
    ...rule(problems.filterValue),
    path: ['value'],
  });

const example = { name: 'category', operator: 'equals', value: 'javascript' };

export const filterInput = z
  .strictObject({
    domain_name: domainName,
    filters: described(
      z
        .array(filter)
        .min(1)
        .max(20)
        .meta({ examples: [[example]] }),
      {
        en: 'All of them must match',
        ko: '모두 일치해야 합니다',
      },
    ),
    ...pagingInput,
    exact,
  })
  .refine(isPageOrCursor, pageOrCursor());
