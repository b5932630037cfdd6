import type { AttributeType } from '../../attributes/types.ts';
import type { Context } from '../context.ts';
import { findDomain } from '../domains/read-domains.ts';
import { parseCursor } from '../nodes/cursor.ts';
import { emptyPage, listNodes, toPage } from '../nodes/list-nodes.ts';
import { nodesByIds } from '../nodes/read-nodes.ts';
import type { SqlValue } from '../sql-value.ts';
import { plannedRows, rows, type Step } from '../step.ts';
import type { FilterQuery, Page, UrlNode } from '../store.ts';
import { type Condition, filterCondition } from './filter-condition.ts';

export function* filterNodes(context: Context, query: FilterQuery): Step<Page<UrlNode>> {
  const { domainName, filters, page = 1, size } = query;
  if (filters.length === 0) return yield* listNodes(context, query);
  const scope = [
    'filter',
    domainName,
    filters.map(({ name, operator, value = '' }) => [name, operator, value]),
  ];
  const below = query.cursor === undefined ? undefined : parseCursor(query.cursor, scope);
  const conditions = yield* conditionsOf(context, query);
  if (!conditions) return emptyPage;
  const cap = query.exact ? Number.MAX_SAFE_INTEGER - 1 : context.dialect.countCap;
  const first = yield* rarest(context, conditions, cap);
  const from = matching(context, first, conditions);
  const [counted] = yield* plannedRows<{ count: number }>(
    `SELECT COUNT(*) AS count FROM (SELECT DISTINCT v.node_id ${from.sql} LIMIT ?) found`,
    [...from.values, cap + 1],
  );
  const count = counted?.count ?? 0;
  const skipped = below === undefined ? (page - 1) * size : 0;
  const found = yield* plannedRows<{ id: number }>(
    `SELECT DISTINCT v.node_id AS id ${from.sql} AND v.node_id < ? ORDER BY id DESC LIMIT ? OFFSET ?`,
    [...from.values, below ?? Number.MAX_SAFE_INTEGER, size + 1, skipped],
  );
  const ids = found.map(({ id }) => id);
  const nodes = yield* nodesByIds(context, ids);
  return {
    ...toPage(
      ids.flatMap((id) => nodes.get(id) ?? []),
      size,
      scope,
    ),
    totalCount: Math.min(count, cap),
    totalIsCapped: count > cap,
  };
}

/** Undefined where one of them matches nothing. */
function* conditionsOf(
  context: Context,
  { domainName, filters }: FilterQuery,
): Step<readonly Condition[] | undefined> {
  const domain = yield* findDomain(domainName);
  if (!domain) return undefined;
  const definitions = yield* rows<{ id: number; name: string; type: AttributeType }>(
    `SELECT id, name, type FROM attribute_definitions
     WHERE domain_id = ? AND ${context.dialect.among('name', 'text')}`,
    [domain.id, context.dialect.list(filters.map(({ name }) => name))],
  );
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  const conditions: Condition[] = [];
  for (const filter of filters) {
    const definition = byName.get(filter.name);
    const condition = definition && filterCondition(context.dialect, filter, definition);
    if (!condition) return undefined;
    conditions.push(condition);
  }
  return conditions;
}

interface First {
  readonly condition: Condition;
  /** By value, where few match; else by node, because then the newest that match come soon. */
  readonly index: 'attribute_values_match' | 'attribute_values_definition';
}

function* rarest({ dialect }: Context, conditions: readonly Condition[], cap: number): Step<First> {
  let best: { readonly condition: Condition; readonly count: number } | undefined;
  for (const condition of conditions.filter(({ indexed }) => indexed)) {
    const [found] = yield* plannedRows<{ count: number }>(
      `SELECT COUNT(*) AS count FROM (
         SELECT 1 FROM attribute_values v${dialect.indexedBy('attribute_values_match')}
         WHERE v.definition_id = ? AND ${on('v', condition)} LIMIT ?
       ) found`,
      [condition.definitionId, ...condition.values, Math.min(cap, dialect.countCap) + 1],
    );
    const count = found?.count ?? 0;
    if (!best || count < best.count) best = { condition, count };
  }
  const condition = best?.condition ?? conditions[0];
  if (!condition) throw new Error('A filter without a condition.');
  const few = best !== undefined && best.count <= dialect.countCap;
  return { condition, index: few ? 'attribute_values_match' : 'attribute_values_definition' };
}

/** Values of the first condition whose nodes meet the others too. */
function matching(
  { dialect }: Context,
  { condition, index }: First,
  conditions: readonly Condition[],
): { readonly sql: string; readonly values: readonly SqlValue[] } {
  const others = conditions.filter((other) => other !== condition);
  const tests = others.map(
    (other) =>
      ` AND EXISTS (SELECT 1 FROM attribute_values o${dialect.indexedBy('attribute_values_node')}
         WHERE o.node_id = v.node_id AND o.definition_id = ? AND ${on('o', other)})`,
  );
  return {
    sql: `FROM attribute_values v${dialect.indexedBy(index)}
      WHERE v.definition_id = ? AND ${on('v', condition)}${tests.join('')}`,
    values: [condition, ...others].flatMap(({ definitionId, values }) => [definitionId, ...values]),
  };
}

function on(table: string, { sql }: Condition): string {
  return sql.replaceAll('%', table);
}
