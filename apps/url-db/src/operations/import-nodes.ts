import { domainNotFound } from '../errors/make-errors.ts';
import { UrlDbError } from '../errors/url-db-error.ts';
import { formatNodeKey } from '../keys/composite-key.ts';
import { importedNodes, newNodes } from '../schemas/import-nodes.ts';
import { newNode } from '../schemas/nodes.ts';
import { validate } from '../schemas/validate.ts';
import type { NewNode, NodeOutcome } from '../storage/store.ts';
import { titleFromUrl } from '../urls/title-from-url.ts';
import { nodeAnswer } from './answers/node.ts';
import { adds, defineOperation, type OperationContext } from './define-operation.ts';
import { keptUrl } from './urls.ts';

export const importNodes = defineOperation({
  name: 'import_nodes',
  title: { en: 'Add many URLs', ko: '여러 URL 추가' },
  description: {
    en: 'Adds up to 1000 URLs at once, to domains that exist. Each row has an outcome of its own, in the order of the rows: created, duplicate (with the composite_id of the node that holds the URL) or failed (with the reason). Rows at fault do not keep the others from being added.',
    ko: '이미 있는 도메인에 URL을 한 번에 1000개까지 추가합니다. 행마다 결과를 행의 순서대로 돌려줍니다: created, duplicate(이미 저장된 노드의 composite_id), failed(이유). 잘못된 행이 있어도 나머지 행은 추가합니다.',
  },
  input: newNodes,
  output: importedNodes,
  rest: { method: 'POST', path: '/nodes/batch-create', status: 200 },
  errors: [],
  tool: adds,
  async run({ nodes }, context) {
    const checked = nodes.map((row) => checkRow(row, context));
    const good = checked.filter((row): row is NewNode => !UrlDbError.is(row));
    const outcomes = await context.store.createNodes(good);
    let next = 0;
    const results = checked.map((row, index) =>
      UrlDbError.is(row)
        ? failed(index, row, context)
        : resultOf(index, row, outcomes[next++], context),
    );
    const count = (outcome: string) =>
      results.filter((result) => result.outcome === outcome).length;
    return {
      results,
      created_count: count('created'),
      duplicate_count: count('duplicate'),
      failed_count: count('failed'),
    };
  },
});

/** A row as it is kept, or why it cannot be. */
export function checkRow(
  row: unknown,
  context: Pick<OperationContext, 'schemes'>,
): NewNode | UrlDbError {
  try {
    const { domain_name, url, title, description } = validate(newNode, row);
    const kept = keptUrl(url, context);
    return {
      domainName: domain_name,
      url: kept,
      title: title?.trim() ? title : titleFromUrl(kept),
      description: description ?? null,
    };
  } catch (error) {
    if (UrlDbError.is(error)) return error;
    throw error;
  }
}

function resultOf(
  index: number,
  { domainName }: NewNode,
  outcome: NodeOutcome | undefined,
  context: OperationContext,
) {
  if (outcome === undefined || outcome === 'no_domain')
    return failed(index, domainNotFound(domainName), context);
  if ('node' in outcome)
    return { index, outcome: 'created' as const, node: nodeAnswer(outcome.node, context) };
  const key = formatNodeKey(context.toolName, domainName, outcome.duplicate.id);
  return { index, outcome: 'duplicate' as const, composite_id: key };
}

function failed(index: number, error: UrlDbError, { language }: OperationContext) {
  return { index, outcome: 'failed' as const, error: error.in(language) };
}
