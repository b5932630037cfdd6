import { callTool, expect, type Step } from './step.ts';

const domain = 'reading';
/** Words of two syllables are what people search for in Korean. */
const search = '기술';
const texts = {
  ko: { about: '읽을거리', category: '반도체', others: '주말에 갈 만한 숲길' },
  en: { about: 'To read', category: 'semiconductors', others: 'Forest walks for a weekend' },
};
const articles = [
  { url: 'https://example.com/semiconductors', title: '반도체 기술의 역사' },
  { url: 'https://example.com/blog', title: '국내 기술블로그 모음' },
];

interface Node {
  readonly composite_id: string;
  readonly title: string;
}

/** What url-db can do over MCP, in the order a newcomer would try it. */
export const urlDbSteps: readonly Step[] = [
  {
    title: { ko: 'url-db에 URL 저장', en: 'Save URLs in url-db' },
    async run(context) {
      const { about: description, others } = texts[context.language];
      await callTool(context, 'create_domain', { name: domain, description });
      const pages = [...articles, { url: 'https://example.com/walks', title: others }];
      const keys: string[] = [];
      for (const page of pages) {
        const node = await callTool(context, 'create_node', { domain_name: domain, ...page });
        keys.push(String(node.composite_id));
      }
      context.found.set('keys', keys);
      const where = context.found.get('page');
      return {
        ko: `도메인 ${domain}에 ${keys.length}개, 웹 페이지 ${where}`,
        en: `${keys.length} in the domain ${domain}, web page ${where}`,
      };
    },
  },
  {
    title: { ko: 'URL에 속성 붙이기', en: 'Give a URL attributes' },
    async run(context) {
      const { category } = texts[context.language];
      const [key] = context.found.get('keys') as string[];
      const { attributes } = await callTool(context, 'set_node_attributes', {
        composite_id: key,
        attributes: [
          { name: 'category', value: category },
          { name: 'rating', value: '4.5' },
        ],
      });
      const said = (attributes as { name: string; type: string; value: string }[])
        .map(({ name, type, value }) => `${name} ${value} (${type})`)
        .join(', ');
      expect(said === `category ${category} (tag), rating 4.5 (number)`, said);
      return { ko: `${key}: ${said}`, en: `${key}: ${said}` };
    },
  },
  {
    title: { ko: '두 글자로 검색', en: 'Search for a word of two syllables' },
    async run(context) {
      const found = await callTool(context, 'list_nodes', { search });
      const titles = (found.nodes as Node[]).map(({ title }) => title);
      const newestFirst = articles.map(({ title }) => title).reverse();
      expect(titles.join() === newestFirst.join(), `${search} found ${titles}`);
      const list = titles.map((title) => `“${title}”`).join(', ');
      return {
        ko: `‘${search}’ ${found.total_count}건, 최신순: ${list}`,
        en: `${found.total_count} hold ${search}, newest first: ${list}`,
      };
    },
  },
  {
    title: { ko: 'URL로 찾기', en: 'Find by URL' },
    async run(context) {
      // As somebody else may write it.
      const url = 'HTTPS://Example.com:443/semiconductors#';
      const { nodes } = await callTool(context, 'find_node_by_url', { url });
      const [node] = nodes as Node[];
      const [key] = context.found.get('keys') as string[];
      expect(node?.composite_id === key, `${url} found ${JSON.stringify(nodes)}`);
      return { ko: `${url} → ${key}`, en: `${url} → ${key}` };
    },
  },
];
