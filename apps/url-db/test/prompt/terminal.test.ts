import { expect, it } from 'vitest';
import { createWorld } from '../mcp/support/world.ts';
import { fill } from './support/promise.ts';
import { keys, openTerminal } from './support/terminal.ts';

it('runs every command of the promise as it is written there', async () => {
  await using world = await createWorld();
  await fill(world);
  await using terminal = openTerminal(world.environment);
  await terminal.until('> ');
  const enter = async (line: string, last: string) => {
    terminal.type(line + keys.enter);
    return terminal.until(last);
  };
  const help = await enter('> help                                    # 도움말 표시', 'Tab');
  for (const usage of [
    'list_domains',
    'list_nodes <domain_name>',
    'create_node <domain> <url> [title]',
    'get_node <composite_id>',
    'update_node <composite_id> <title>',
    'delete_node <composite_id>',
    'server_info',
    'quit',
  ])
    expect(help).toContain(usage);
  await enter('> list_domains                           # 모든 도메인 목록', '도메인 2개');
  const added = await enter(
    '> create_node tech-articles https://example.com/article "Example Article"',
    '수정  ',
  );
  expect(added).toContain('url-db:tech-articles:123');
  expect(added).toMatch(/제목 {2}Example Article\r\n/);
  await enter('> get_node url-db:tech-articles:123', 'https://example.com/article');
  const listed = await enter('> list_nodes tech-articles', '노드 1개 중 1–1번');
  expect(listed).toContain(
    'url-db:tech-articles:123  Example Article  https://example.com/article',
  );
  await enter('> update_node url-db:tech-articles:123 "새 제목"', '제목  새 제목');
  await enter('> find https://example.com/article', 'url-db:tech-articles:123  새 제목');
  await enter('> delete_node url-db:tech-articles:123', '삭제했습니다: url-db:tech-articles:123');
  await enter('> server_info', 'url-db:domain_name:id');
  await enter('> get_node url-db:tech-articles:123', '오류: 노드를 찾을 수 없습니다');
  terminal.type(`> quit                                   # 세션 종료${keys.enter}`);
  expect(await terminal.ended()).toBe(0);
});

it('completes commands, domains and keys, and brings back earlier lines', async () => {
  await using world = await createWorld();
  await fill(world);
  await using terminal = openTerminal(world.environment);
  await terminal.until('> ');
  terminal.type(`list_d${keys.tab}`);
  await terminal.until('list_domains ');
  terminal.type(keys.enter);
  await terminal.until('도메인 2개');
  terminal.type(`list_nodes te${keys.tab}`);
  await terminal.until('tech-articles ');
  terminal.type(keys.enter);
  await terminal.until('노드가 없습니다.');
  terminal.type(`get_node url-db:r${keys.tab}`);
  await terminal.until('url-db:recipes:');
  // A second time shows what there is, the newest first. (Sent together with other keys it would count as pasted.)
  terminal.type(keys.tab);
  expect(await terminal.until('url-db:recipes:23')).toContain('url-db:recipes:122');
  terminal.type(`122${keys.enter}`);
  await terminal.until('제목');
  terminal.type(keys.up);
  await terminal.until('get_node url-db:recipes:122');
  terminal.type(keys.up);
  await terminal.until('list_nodes tech-articles');
  terminal.type(keys.enter);
  await terminal.until('노드가 없습니다.');
  terminal.type(keys.controlD);
  expect(await terminal.ended()).toBe(0);
});

it('throws a line away on Ctrl+C, and ends on Ctrl+D with the cursor on a line of its own', async () => {
  await using world = await createWorld({ JEONBO_LANG: 'en' });
  await using terminal = openTerminal(world.environment);
  expect(await terminal.until('> ')).toContain('Ctrl+D');
  terminal.type('create_domain half');
  await terminal.until('half');
  terminal.type(keys.controlC);
  await terminal.until('^C\r\n> ');
  terminal.type(keys.controlC);
  await terminal.until('quit or Ctrl+D ends.');
  terminal.type(`list_domains${keys.enter}`);
  await terminal.until('No domains yet.');
  await terminal.until('> ');
  terminal.type(keys.controlD);
  await terminal.until('\r\n');
  expect(await terminal.ended()).toBe(0);
});

it('runs what was typed ahead of an end', async () => {
  await using world = await createWorld();
  await using terminal = openTerminal(world.environment);
  await terminal.until('> ');
  terminal.type(`create_domain books${keys.enter}list_domains${keys.enter}${keys.controlD}`);
  await terminal.until('도메인 1개');
  expect(await terminal.ended()).toBe(0);
});

it('cuts long lines where the terminal ends, by the width of Korean', async () => {
  await using world = await createWorld();
  await using terminal = openTerminal(world.environment, { columns: 60 });
  await terminal.until('> ');
  terminal.type(`create_domain books ${'가나다라마바사아자차'.repeat(5)}${keys.enter}`);
  await terminal.until('만들었습니다: books');
  terminal.type(`list_domains${keys.enter}`);
  // 60 places: the name, the count and 21 characters of two each, with one place over.
  expect(await terminal.until('도메인 1개')).toContain(
    `books     0  ${'가나다라마바사아자차'.repeat(2)}가나다…\r\n`,
  );
  terminal.type(keys.controlD);
  expect(await terminal.ended()).toBe(0);
});

it('keeps MCP away from the terminal where it is told to', async () => {
  await using world = await createWorld();
  await using terminal = openTerminal(world.environment, { options: ['--rpc'] });
  const initialize = {
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'x', version: '1' },
    },
  };
  terminal.type(`${JSON.stringify(initialize)}\n`);
  expect(await terminal.until('"protocolVersion":"2025-06-18"')).not.toContain('> ');
  terminal.type(keys.controlD);
  expect(await terminal.ended()).toBe(0);
});
