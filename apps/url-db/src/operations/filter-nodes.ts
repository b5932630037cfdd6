import { filterInput } from '../schemas/filter.ts';
import { nodesPage } from '../schemas/nodes.ts';
import { nodesPageAnswer } from './answers/page.ts';
import { defineOperation, reads } from './define-operation.ts';
import { requireDomain } from './require-domain.ts';

export const filterNodes = defineOperation({
  name: 'filter_nodes',
  title: { en: 'Filter nodes by attributes', ko: '속성으로 노드 찾기' },
  description: {
    en: 'Nodes of a domain whose attributes match all filters, newest first, in pages. gt and lt compare numbers; exists asks only whether there is a value.',
    ko: '속성이 모든 조건에 맞는 도메인의 노드를 최신순으로 나누어 보여 줍니다. gt와 lt는 숫자를 비교하고, exists는 값이 있는지만 봅니다.',
  },
  input: filterInput,
  output: nodesPage,
  rest: { method: 'POST', path: '/nodes/filter', status: 200 },
  errors: ['DOMAIN_NOT_FOUND'],
  tool: reads,
  async run(input, context) {
    const { domain_name, filters, page, cursor, size, exact } = input;
    const found = await context.store.filterNodes({
      domainName: domain_name,
      filters: filters.map(({ name, operator, value }) => ({
        name,
        operator,
        value: value ?? undefined,
      })),
      page,
      cursor,
      size,
      exact,
    });
    if (found.totalCount === 0) await requireDomain(domain_name, context);
    return nodesPageAnswer(found, input, context);
  },
});
