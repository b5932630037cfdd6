import { expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { callTool } from '../../src/mcp/call-tool.ts';
import { mcpContexts } from '../../src/mcp/context.ts';
import { openUrlDb } from '../../src/open-url-db.ts';
import { readSettings } from '../../src/settings.ts';
import type { LogEntry } from '../../src/types.ts';
import { createWorld } from './support/world.ts';

it('tells a fault of ours by an id only; the log has the cause beside it', async () => {
  await using world = await createWorld();
  const entries: LogEntry[] = [];
  const log = createLog((entry) => entries.push(entry), world.environment);
  const { contexts, close } = await openUrlDb(readSettings(world.environment, 'ko'));
  const { ko } = mcpContexts(contexts, log);
  expect(await callTool('get_node', { composite_id: 'x' }, ko)).toHaveProperty('isError', true);
  expect(entries).toEqual([]);

  await close();
  const failed = await callTool('list_domains', {}, ko);
  expect(failed.isError).toBe(true);
  const { error, error_id, ...rest } = failed.structuredContent as Record<string, unknown>;
  expect(error).toBe('INTERNAL_ERROR');
  expect(rest).toEqual({ message: '내부 오류가 발생했습니다' });
  expect(JSON.stringify(failed.content)).not.toContain('closed');
  expect(entries).toMatchObject([
    {
      level: 'error',
      event: 'call failed',
      call: 'list_domains',
      error_id,
      cause: { message: 'The database is closed.' },
    },
  ]);
});
