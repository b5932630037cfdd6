import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { bin } from '../support/child.ts';
import { createWorld, type World } from './support/world.ts';

const initialize = {
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'pipe', version: '1' },
  },
};

function call(id: number, name: string, parameters: object = {}) {
  return { id, method: 'tools/call', params: { name, arguments: parameters } };
}

/** Writes lines and ends; what came back, in its order. */
async function pipe(
  { environment }: World,
  lines: readonly (object | string)[],
  ...argv: string[]
) {
  const child = spawn(process.execPath, [bin, '-mcp-mode=stdio', ...argv], { env: environment });
  const written = lines.map((line) =>
    typeof line === 'string' ? line : JSON.stringify({ jsonrpc: '2.0', ...line }),
  );
  child.stdin.end(written.map((line) => `${line}\n`).join(''));
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  const answers = stdout
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: number; result?: { structuredContent?: unknown } });
  return { answers, stderr, code };
}

it('answers every line before the end of the input, in their order, with protocol only', async () => {
  await using world = await createWorld();
  const urls = Array.from({ length: 20 }, (_, index) => `https://example.com/${index}`);
  const many = Array.from({ length: 1000 }, (_, index) => ({
    domain_name: 'books',
    url: `https://example.com/many/${index}`,
  }));
  const { answers, code, stderr } = await pipe(world, [
    initialize,
    { method: 'notifications/initialized' },
    call(2, 'create_domain', { name: 'books' }),
    ...urls.map((url, index) => call(3 + index, 'create_node', { domain_name: 'books', url })),
    // Long enough for the end of the input to be seen meanwhile.
    call(40, 'import_nodes', { nodes: many }),
    call(50, 'list_domains'),
  ]);
  expect(code).toBe(0);
  expect(stderr).toBe('');
  expect(answers.map(({ id }) => id)).toEqual([1, 2, ...urls.map((_, index) => 3 + index), 40, 50]);
  expect(answers.at(-1)?.result?.structuredContent).toMatchObject({
    domains: [{ name: 'books', node_count: 1020 }],
  });
});

it('survives a line that is no JSON', async () => {
  await using world = await createWorld();
  const { answers, code } = await pipe(world, [
    initialize,
    '> list_domains',
    call(2, 'list_domains'),
  ]);
  expect(answers.map(({ id }) => id)).toEqual([1, 2]);
  expect(code).toBe(0);
});

it('ends with 0 where nothing comes at all', async () => {
  await using world = await createWorld();
  expect(await pipe(world, [])).toEqual({ answers: [], stderr: '', code: 0 });
});

it('takes its setting behind the mode, as in the promise', async () => {
  await using world = await createWorld();
  const { DATABASE_URL = '', ...environment } = world.environment;
  const without = { ...world, environment };
  const made = [initialize, call(2, 'create_domain', { name: 'kept' })];
  await pipe(without, made, `DATABASE_URL=${DATABASE_URL}`);
  const { answers } = await pipe(world, [initialize, call(2, 'list_domains')], '--rpc');
  expect(answers[1]?.result?.structuredContent).toMatchObject({ domains: [{ name: 'kept' }] });
});

it('stops on SIGTERM, and where its reader goes away', async () => {
  await using world = await createWorld();
  const { environment } = world;
  const start = () => spawn(process.execPath, [bin, '-mcp-mode=stdio'], { env: environment });
  const first = start();
  first.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...initialize })}\n`);
  await once(first.stdout, 'data');
  first.kill('SIGTERM');
  expect(await once(first, 'close')).toEqual([0, null]);

  const second = start();
  second.stdout.destroy();
  second.stdin.on('error', () => {});
  second.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...initialize })}\n`);
  expect(await once(second, 'close')).toEqual([0, null]);
});
