import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { createWorld, type World } from '../mcp/support/world.ts';
import { bin } from '../support/child.ts';
import { fill } from './support/promise.ts';

/** Lines of a script, and what is written. */
async function run({ environment }: World, lines: readonly string[]) {
  const child = spawn(process.execPath, [bin, '-mcp-mode=stdio', '--repl'], { env: environment });
  child.stdin.end(lines.join('\n'));
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { stdout: stdout.replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'TIME'), stderr, code };
}

it('answers a script, aligned for Korean, with nothing but the answers', async () => {
  await using world = await createWorld();
  const { stdout, stderr, code } = await run(world, [
    'list_domains',
    'create_domain tech-articles 기술 관련 아티클',
    'CREATE_DOMAIN recipes',
    'create_node tech-articles https://example.com/react-tutorial',
    "create_node tech-articles https://example.com/a#b '한국어 제목'",
    '',
    '   # only a comment',
    'list_nodes tech-articles',
    'list_domains',
    'find 한국',
    'get_node url-db:tech-articles:2',
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "아직 도메인이 없습니다. create_domain <name>으로 만드세요.
    도메인을 만들었습니다: tech-articles
    도메인을 만들었습니다: recipes
    추가했습니다.
    url-db:tech-articles:1
      제목  React Tutorial - example.com
      URL   https://example.com/react-tutorial
      추가  TIME
      수정  TIME
    추가했습니다.
    url-db:tech-articles:2
      제목  한국어 제목
      URL   https://example.com/a#b
      추가  TIME
      수정  TIME
    키                      제목                          URL
    url-db:tech-articles:2  한국어 제목                   https://example.com/a#b
    url-db:tech-articles:1  React Tutorial - example.com  https://example.com/react-tutorial
    노드 2개 중 1–2번
    이름           노드  설명
    recipes           0
    tech-articles     2  기술 관련 아티클
    도메인 2개
    키                      제목         URL
    url-db:tech-articles:2  한국어 제목  https://example.com/a#b
    노드 1개 중 1–1번
    url-db:tech-articles:2
      제목  한국어 제목
      URL   https://example.com/a#b
      추가  TIME
      수정  TIME
    "
  `);
});

it('answers the lines of the promise as they are copied from it', async () => {
  await using world = await createWorld();
  await fill(world);
  const { stdout, stderr, code } = await run(world, [
    '> help                                    # 도움말 표시',
    '> list_domains                           # 모든 도메인 목록',
    '',
    '# 예시',
    '> create_node tech-articles https://example.com/article "Example Article"',
    '> get_node url-db:tech-articles:123',
    '> list_nodes tech-articles',
    '> update_node url-db:tech-articles:123 "새 제목"             # 노드 제목 수정',
    '> delete_node url-db:tech-articles:123             # 노드 삭제',
    '> server_info                            # 서버 정보',
    '> quit                                   # 세션 종료',
    '> list_domains',
  ]);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  const [help = '', rest] = stdout.split('이전 명령입니다.\n');
  expect(help).toContain('update_node <composite_id> <title>  노드 제목 수정');
  expect(rest).toMatchInlineSnapshot(`
    "이름           노드  설명
    recipes         122
    tech-articles     0
    도메인 2개
    추가했습니다.
    url-db:tech-articles:123
      제목  Example Article
      URL   https://example.com/article
      추가  TIME
      수정  TIME
    url-db:tech-articles:123
      제목  Example Article
      URL   https://example.com/article
      추가  TIME
      수정  TIME
    키                        제목             URL
    url-db:tech-articles:123  Example Article  https://example.com/article
    노드 1개 중 1–1번
    수정했습니다.
    url-db:tech-articles:123
      제목  새 제목
      URL   https://example.com/article
      추가  TIME
      수정  TIME
    삭제했습니다: url-db:tech-articles:123
    url-db
      버전    1.0.0
      설명    URL 데이터베이스 MCP 서버
      기능    resources, tools, prompts
      합성키  url-db:domain_name:id
    "
  `);
});

it('tells in words what is wrong with a line, and goes on', async () => {
  await using world = await createWorld();
  const { stdout, stderr, code } = await run(world, [
    'create_domain books',
    'create_node books https://example.com/',
    'create_node books https://example.com/ Again',
    'list_node books',
    'frobnicate',
    'get_node',
    'get_node a b',
    'get_node "a',
    'get_node url-db:books:7',
    'list_nodes none',
    'list_nodes books zero',
    'list_nodes books 0',
    'create_node books javascript:alert(1)',
    'create_domain -x-',
    'find https://example.com/none',
    'quit',
    'create_domain never',
  ]);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "도메인을 만들었습니다: books
    추가했습니다.
    url-db:books:1
      제목  example.com
      URL   https://example.com/
      추가  TIME
      수정  TIME
    오류: 이 도메인에 이미 있는 URL입니다
      composite_id: url-db:books:1
    오류: list_node 명령이 없습니다. help로 명령을 볼 수 있습니다. list_nodes 명령을 찾으셨나요?
    오류: frobnicate 명령이 없습니다. help로 명령을 볼 수 있습니다.
    오류: 필요한 값이 없습니다: composite_id
    사용법: get_node <composite_id>
    오류: 단어가 너무 많습니다: b
    사용법: get_node <composite_id>
    오류: 따옴표를 닫지 않았습니다: "
    오류: 노드를 찾을 수 없습니다
      composite_id: url-db:books:7
    오류: 지정된 도메인을 찾을 수 없습니다
      domain_name: none
    오류: 페이지 번호가 아닙니다: zero
    사용법: list_nodes <domain_name> [page]
    오류: 입력값이 올바르지 않습니다
      page: 1 이상이어야 합니다
    오류: 입력값이 올바르지 않습니다
      url: 저장할 수 있는 스킴: http, https
    오류: 입력값이 올바르지 않습니다
      name: 도메인 이름은 영문자, 숫자, 하이픈 1~50자이고 하이픈으로 시작하거나 끝날 수 없습니다
    오류: 노드를 찾을 수 없습니다
      url: https://example.com/none
    "
  `);
  expect((await run(world, ['list_domains'])).stdout).not.toContain('never');
});

it('speaks English', async () => {
  await using world = await createWorld({ JEONBO_LANG: 'en' });
  const { stdout } = await run(world, [
    'help',
    'help create_node',
    'create_domain books Things to read',
    'create_node books https://example.com/first-book',
    'update_node url-db:books:1 Another title',
    'list_nodes books',
    'list_domains',
    'delete_node url-db:books:1',
    'delete_node url-db:books:1',
    'server_info',
    'exit',
  ]);
  expect(stdout).toMatchInlineSnapshot(`
    "help [command]                      the commands
    list_domains                        all domains
    create_domain <name> [description]  make a domain
    list_nodes <domain_name> [page]     nodes of a domain, newest first
    create_node <domain> <url> [title]  add a URL
    get_node <composite_id>             a node with its attributes
    update_node <composite_id> <title>  change the title of a node
    delete_node <composite_id>          delete a node
    find <url|words>                    a URL in every domain, or words in titles, URLs and descriptions
    server_info                         about this server
    quit                                end (exit and Ctrl+D too)
    Quotes group words: "Example Article". Tab completes, the arrow keys bring back earlier lines.
    create_node <domain> <url> [title]  add a URL
    Domain created: books
    Added.
    url-db:books:1
      Title    First Book - example.com
      URL      https://example.com/first-book
      Added    TIME
      Changed  TIME
    Changed.
    url-db:books:1
      Title    Another title
      URL      https://example.com/first-book
      Added    TIME
      Changed  TIME
    Key             Title          URL
    url-db:books:1  Another title  https://example.com/first-book
    Nodes 1–1 of 1
    Name   Nodes  Description
    books      1  Things to read
    Domains: 1
    Deleted: url-db:books:1
    Error: The node was not found
      composite_id: url-db:books:1
    url-db
      Version      1.0.0
      Description  URL database MCP server
      Offers       resources, tools, prompts
      Keys         url-db:domain_name:id
    "
  `);
});

it('shows what people stored without letting it move the screen', async () => {
  await using world = await createWorld({ JEONBO_LANG: 'en' });
  const { stdout } = await run(world, [
    'create_domain books',
    'create_node books https://example.com/ "\u001b[2J\u001b]0;owned\u0007 x \u202e y"',
    'list_nodes books',
  ]);
  expect(stdout).toContain('\ufffd[2J\ufffd]0;owned\ufffd x \ufffd y');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
});

it('shows page after page', async () => {
  await using world = await createWorld({ JEONBO_LANG: 'en' });
  const nodes = Array.from(
    { length: 45 },
    (_, index) => `create_node books https://example.com/${index}`,
  );
  await run(world, ['create_domain books', ...nodes]);
  const { stdout } = await run(world, ['list_nodes books', 'list_nodes books 3']);
  expect(stdout).toContain('Nodes 1–20 of 45. More: list_nodes books 2\n');
  expect(stdout.endsWith('Nodes 41–45 of 45\n')).toBe(true);
});
