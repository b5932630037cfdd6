import { createDomain, listDomains } from '../operations/domains.ts';
import { getNodeAttributes } from '../operations/node-attributes.ts';
import { findNode, listNodes } from '../operations/node-lists.ts';
import { createNode, deleteNode, getNode, updateNode } from '../operations/nodes.ts';
import { getServerInfo } from '../operations/server-info.ts';
import { columns } from './columns.ts';
import { type Command, PromptError } from './command.ts';
import { say, showFields, showNode, showNodes, showPage } from './show.ts';
import { labels, texts } from './texts.ts';
import { visible } from './visible.ts';

const domain = { name: 'domain', kind: 'domain' } as const;
const key = { name: 'composite_id', kind: 'key' } as const;

const listDomainsCommand: Command = {
  name: 'list_domains',
  parameters: [],
  about: { en: 'all domains', ko: '모든 도메인 목록' },
  async run(_none, context) {
    const { domains } = await listDomains.call({}, context.operations);
    if (domains.length === 0) return say(texts.noDomains, context);
    const head = [labels.name, labels.nodes, labels.description].map((one) => say(one, context));
    const rows = domains.map(({ name, node_count, description }) => [
      name,
      String(node_count),
      visible(description ?? ''),
    ]);
    const table = columns([head, ...rows], { ...context, align: ['left', 'right'] });
    return `${table}\n${say(texts.domains, context, { count: domains.length })}`;
  },
};

const createDomainCommand: Command = {
  name: 'create_domain',
  parameters: [{ name: 'name' }, { name: 'description', optional: true }],
  takesRest: true,
  about: { en: 'make a domain', ko: '새 도메인 생성' },
  async run([name, description], context) {
    const made = await createDomain.call({ name, description }, context.operations);
    return say(texts.domainMade, context, { name: made.name });
  },
};

const listNodesCommand: Command = {
  name: 'list_nodes',
  parameters: [
    { name: 'domain_name', kind: 'domain' },
    { name: 'page', optional: true },
  ],
  about: { en: 'nodes of a domain, newest first', ko: '도메인 내 노드 목록(최신순)' },
  async run([domain_name, word], context) {
    if (word !== undefined && !/^\d{1,9}$/.test(word))
      throw new PromptError(texts.notANumber, { word });
    const page = word === undefined ? 1 : Number(word);
    const found = await listNodes.call({ domain_name, page }, context.operations);
    return showPage(found, `list_nodes ${domain_name} ${page + 1}`, context);
  },
};

const createNodeCommand: Command = {
  name: 'create_node',
  parameters: [domain, { name: 'url' }, { name: 'title', optional: true }],
  takesRest: true,
  about: { en: 'add a URL', ko: '새 노드 생성' },
  async run([domain_name, url, title], context) {
    const node = await createNode.call({ domain_name, url, title }, context.operations);
    return `${say(texts.added, context)}\n${showNode(node, context)}`;
  },
};

const getNodeCommand: Command = {
  name: 'get_node',
  parameters: [key],
  about: { en: 'a node with its attributes', ko: '노드 상세 정보' },
  async run([composite_id], context) {
    const node = await getNode.call({ composite_id }, context.operations);
    const { attributes } = await getNodeAttributes.call({ composite_id }, context.operations);
    return showNode(node, context, attributes);
  },
};

const updateNodeCommand: Command = {
  name: 'update_node',
  parameters: [key, { name: 'title' }],
  takesRest: true,
  about: { en: 'change the title of a node', ko: '노드 제목 수정' },
  async run([composite_id, title], context) {
    const node = await updateNode.call({ composite_id, title }, context.operations);
    return `${say(texts.changed, context)}\n${showNode(node, context)}`;
  },
};

const deleteNodeCommand: Command = {
  name: 'delete_node',
  parameters: [key],
  about: { en: 'delete a node', ko: '노드 삭제' },
  async run([composite_id = ''], context) {
    await deleteNode.call({ composite_id }, context.operations);
    return say(texts.deleted, context, { key: composite_id });
  },
};

const findCommand: Command = {
  name: 'find',
  others: ['find_node_by_url'],
  parameters: [{ name: 'url|words' }],
  takesRest: true,
  about: {
    en: 'a URL in every domain, or words in titles, URLs and descriptions',
    ko: '모든 도메인에서 URL 찾기, 또는 제목·URL·설명에서 단어 찾기',
  },
  async run([wanted = ''], context) {
    if (/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(wanted)) {
      const found = await findNode.call({ url: wanted }, context.operations);
      return showNodes('nodes' in found ? found.nodes : [found], context);
    }
    const found = await listNodes.call({ search: wanted }, context.operations);
    return showPage(found, undefined, context);
  },
};

const serverInfoCommand: Command = {
  name: 'server_info',
  others: ['get_server_info'],
  parameters: [],
  about: { en: 'about this server', ko: '서버 정보' },
  async run(_none, context) {
    const info = await getServerInfo.call({}, context.operations);
    const fields = showFields(
      [
        [labels.version, info.version],
        [labels.description, info.description],
        [labels.capabilities, info.capabilities.join(', ')],
        [labels.keyFormat, info.composite_key_format],
      ],
      context,
    );
    return `${info.name}\n${fields}`;
  },
};

const quitCommand: Command = {
  name: 'quit',
  others: ['exit'],
  parameters: [],
  about: { en: 'end (exit and Ctrl+D too)', ko: '세션 종료(exit, Ctrl+D도 같음)' },
  run: async () => undefined,
};

/** In the order in which help shows them. */
export const commands: readonly Command[] = [
  listDomainsCommand,
  createDomainCommand,
  listNodesCommand,
  createNodeCommand,
  getNodeCommand,
  updateNodeCommand,
  deleteNodeCommand,
  findCommand,
  serverInfoCommand,
  quitCommand,
];
