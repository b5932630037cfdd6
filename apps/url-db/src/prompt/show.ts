import type { NodeAnswer } from '../operations/answers/node.ts';
import type { getNodeAttributes } from '../operations/node-attributes.ts';
import { fill, type Words } from '../words.ts';
import { columns } from './columns.ts';
import type { PromptContext } from './command.ts';
import { labels, texts } from './texts.ts';
import { visible } from './visible.ts';

type Attribute = Awaited<ReturnType<typeof getNodeAttributes.call>>['attributes'][number];

export function say(
  words: Words,
  { operations }: PromptContext,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill(words[operations.language], values);
}

/** Names of fields and what they hold, under each other. */
export function showFields(
  fields: readonly (readonly [Words, string | null | undefined])[],
  context: PromptContext,
): string {
  const rows = fields.flatMap(([label, value]) =>
    value == null || value === '' ? [] : [[`  ${say(label, context)}`, visible(value)]],
  );
  return columns(rows);
}

export function showNode(
  node: NodeAnswer,
  context: PromptContext,
  attributes: readonly Attribute[] = [],
): string {
  const fields = showFields(
    [
      [labels.title, node.title],
      [labels.url, node.url],
      [labels.description, node.description],
      [labels.created, node.created_at],
      [labels.updated, node.updated_at],
    ],
    context,
  );
  const rows = attributes.map(({ name, value, type }) => [
    `    ${visible(name)}`,
    `${visible(value)} (${type})`,
  ]);
  const own =
    rows.length > 0 ? [`  ${say(labels.attributes, context)}`, columns(rows, context)] : [];
  return [node.composite_id, fields, ...own].join('\n');
}

/** Nodes under each other: key, title, URL. */
export function showNodes(nodes: readonly NodeAnswer[], context: PromptContext): string {
  const head = [labels.key, labels.title, labels.url].map((label) => say(label, context));
  const rows = nodes.map(({ composite_id, title, url }) => [
    composite_id,
    visible(title),
    visible(url),
  ]);
  return columns([head, ...rows], context);
}

interface NodesPage {
  readonly nodes: readonly NodeAnswer[];
  readonly total_count: number;
  readonly total_is_capped?: true | undefined;
  readonly page?: number | undefined;
  readonly size: number;
  readonly next_cursor?: string | undefined;
}

/** @param next the command that shows the page after this one */
export function showPage(
  page: NodesPage,
  next: string | undefined,
  context: PromptContext,
): string {
  const { nodes, total_count: total, total_is_capped } = page;
  if (nodes.length === 0) return say(texts.noNodes, context);
  const before = ((page.page ?? 1) - 1) * page.size;
  const range = say(total_is_capped ? texts.rangeOfMore : texts.range, context, {
    from: before + 1,
    to: before + nodes.length,
    total,
  });
  const more = page.next_cursor !== undefined && next !== undefined;
  const foot = more ? `${range}. ${say(texts.more, context, { command: next })}` : range;
  return `${showNodes(nodes, context)}\n${foot}`;
}
