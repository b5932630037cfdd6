import { describe, expect, it } from 'vitest';
import { toolOperations } from '../../src/mcp/advertised-tools.ts';
import { createUrlDb } from '../../src/url-db.ts';
import { bin } from '../support/child.ts';
import { inspect } from './support/inspector.ts';
import { createWorld, type World } from './support/world.ts';

const eras = ['legacy', 'modern'];
const listed = { tools: toolOperations.map(({ name }) => ({ name })) };
const call = ['--method', 'tools/call', '--tool-name', 'create_domain'];
const parameters = ['--tool-args-json', '{"name":"tech-articles"}'];
const called = { structuredContent: { name: 'tech-articles', node_count: 0 } };

describe.concurrent.each(eras)('the Inspector, %s', (era) => {
  it('lists the tools over a pipe, finds no fault in their schemas, and calls one', async () => {
    await using world = await createWorld();
    const list = ['--method', 'tools/list', '--strict'];
    expect(await overPipe(world, era, list)).toMatchObject(listed);
    expect(await overPipe(world, era, [...call, ...parameters])).toMatchObject(called);
  });

  it('lists and calls over HTTP', async () => {
    await using world = await createWorld();
    const urlDb = createUrlDb({ environment: { ...world.environment, PORT: '0' } });
    const url = `${await urlDb.start()}/mcp`;
    const argv = ['--transport', 'http', '--server-url', url, '--protocol-era', era];
    const ask = (...rest: readonly string[]) => inspect([...argv, ...rest], world.environment);
    expect(await ask('--method', 'tools/list', '--strict')).toMatchObject(listed);
    expect(await ask(...call, ...parameters)).toMatchObject(called);
    await urlDb.stop();
  });
});

function overPipe({ environment }: World, era: string, argv: readonly string[]) {
  const settings = Object.entries(environment).flatMap(([name, value]) => [
    '-e',
    `${name}=${value}`,
  ]);
  // What begins with a dash is for the Inspector; settings of url-db come as words.
  const command = [process.execPath, bin, '-mcp-mode=stdio'];
  return inspect(['--protocol-era', era, ...argv, ...settings, ...command], environment);
}
