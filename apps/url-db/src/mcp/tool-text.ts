import type {
  createDomainAttribute,
  listDomainAttributes,
} from '../operations/domain-attributes.ts';
import type { createDomain, listDomains } from '../operations/domains.ts';
import type { importNodes } from '../operations/import-nodes.ts';
import type { getNodeAttributes } from '../operations/node-attributes.ts';
import type { getNodes, listNodes } from '../operations/node-lists.ts';
import type { getNode } from '../operations/nodes.ts';
import type { getServerInfo } from '../operations/server-info.ts';
import type { Language } from '../types.ts';
import { fill, type Words } from '../words.ts';
import { quoted, shownUrl } from './quoted.ts';

interface Callable {
  call(...input: never[]): Promise<unknown>;
}
type Answer<Operation extends Callable> = Awaited<ReturnType<Operation['call']>>;
type Node = Answer<typeof getNode>;
type Domain = Answer<typeof createDomain>;
type Definition = Answer<typeof createDomainAttribute>;
type Say = (words: Words, values?: Readonly<Record<string, string | number>>) => string;

const words = {
  noDomains: { en: 'There are no domains yet.', ko: '아직 도메인이 없습니다.' },
  noNodes: { en: 'No nodes.', ko: '노드가 없습니다.' },
  noAttributes: { en: 'No attributes.', ko: '속성이 없습니다.' },
  deleted: { en: 'Deleted.', ko: '삭제했습니다.' },
  count: { en: 'nodes: {count}', ko: '노드 {count}개' },
  shown: { en: '{shown} of {total} nodes', ko: '노드 {total}개 중 {shown}개' },
  shownOfMore: { en: '{shown} of more than {total} nodes', ko: '노드 {total}개 이상 중 {shown}개' },
  more: { en: 'More with cursor {cursor}', ko: '다음 페이지의 cursor: {cursor}' },
  notFound: { en: 'Not found: {keys}', ko: '찾지 못한 키: {keys}' },
  added: {
    en: 'added {created_at}, changed {updated_at}',
    ko: '추가 {created_at}, 수정 {updated_at}',
  },
  imported: {
    en: '{created_count} added, {duplicate_count} there already, {failed_count} failed',
    ko: '추가 {created_count}개, 중복 {duplicate_count}개, 실패 {failed_count}개',
  },
  failedRow: { en: 'row {index}: {message}', ko: '{index}번 행: {message}' },
} as const satisfies Record<string, Words>;

/** By the name of the operation; what is not here is told as JSON. */
const tellers: Readonly<Record<string, (answer: never, say: Say) => string>> = {
  list_domains: ({ domains }: Answer<typeof listDomains>, say) =>
    domains.length > 0
      ? domains.map((one) => domainLine(one, say)).join('\n')
      : say(words.noDomains),
  create_domain: (domain: Domain, say) => domainLine(domain, say),
  list_nodes: tellPage,
  filter_nodes: tellPage,
  create_node: tellNode,
  get_node: tellNode,
  update_node: tellNode,
  delete_node: (_answer, say) => say(words.deleted),
  delete_domain_attribute: (_answer, say) => say(words.deleted),
  find_node_by_url: (found: Node | { nodes: readonly Node[] }, say) =>
    'nodes' in found ? found.nodes.map(nodeLine).join('\n') : tellNode(found, say),
  get_nodes: ({ nodes, not_found }: Answer<typeof getNodes>, say) =>
    [
      ...nodes.map(nodeLine),
      ...(not_found.length > 0
        ? [say(words.notFound, { keys: not_found.map((key) => quoted(key, 100)).join(', ') })]
        : []),
    ].join('\n') || say(words.noNodes),
  get_node_attributes: tellAttributes,
  set_node_attributes: tellAttributes,
  list_domain_attributes: ({ attributes }: Answer<typeof listDomainAttributes>, say) =>
    attributes.length > 0 ? attributes.map(definitionLine).join('\n') : say(words.noAttributes),
  create_domain_attribute: definitionLine,
  update_domain_attribute: definitionLine,
  import_nodes: ({ results, ...counts }: Answer<typeof importNodes>, say) => {
    const failed = results.flatMap((row) =>
      row.outcome === 'failed'
        ? [say(words.failedRow, { index: row.index, message: row.error.message })]
        : [],
    );
    return [say(words.imported, counts), ...failed.slice(0, 20)].join('\n');
  },
  get_server_info: ({
    name,
    version,
    description,
    composite_key_format,
  }: Answer<typeof getServerInfo>) => `${name} ${version}: ${description}, ${composite_key_format}`,
};

/** What a tool answered, short, for those who read no structured content. */
export function tellAnswer(operation: string, answer: unknown, language: Language): string {
  const say: Say = (sentence, values = {}) => fill(sentence[language], values);
  return tellers[operation]?.(answer as never, say) ?? JSON.stringify(answer);
}

function nodeLine({ composite_id, url, title, description }: Node): string {
  const about = description ? ` (${quoted(description, 120)})` : '';
  return `${composite_id} ${quoted(title)} ${shownUrl(url)}${about}`;
}

function tellNode(node: Node, say: Say): string {
  const { composite_id, url, title, description, created_at, updated_at } = node;
  const about = description ? [quoted(description, 1000)] : [];
  return [
    composite_id,
    quoted(title),
    shownUrl(url),
    ...about,
    say(words.added, { created_at, updated_at }),
  ].join('\n');
}

function tellPage(page: Answer<typeof listNodes>, say: Say): string {
  const { nodes, total_count: total, total_is_capped, next_cursor } = page;
  if (total === 0) return say(words.noNodes);
  const head = total_is_capped ? words.shownOfMore : words.shown;
  return [
    say(head, { shown: nodes.length, total }),
    ...nodes.map(nodeLine),
    ...(next_cursor === undefined ? [] : [say(words.more, { cursor: next_cursor })]),
  ].join('\n');
}

function domainLine({ name, node_count, description }: Domain, say: Say): string {
  const about = description ? ` ${quoted(description)}` : '';
  return `${name} (${say(words.count, { count: node_count })})${about}`;
}

function tellAttributes({ attributes }: Answer<typeof getNodeAttributes>, say: Say): string {
  if (attributes.length === 0) return say(words.noAttributes);
  return attributes
    .map(({ name, type, value, order_index }) => {
      const place = order_index === undefined ? '' : ` ${order_index}`;
      return `${quoted(name)} = ${quoted(value)} (${type}${place})`;
    })
    .join('\n');
}

function definitionLine({ composite_id, name, type, description }: Definition): string {
  const about = description ? ` ${quoted(description)}` : '';
  return `${composite_id} ${quoted(name)} (${type})${about}`;
}
