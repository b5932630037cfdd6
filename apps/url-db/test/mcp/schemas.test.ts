import { type TestEngine, testEngines } from '@jeonbo/store/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLog } from '../../src/log.ts';
import { advertisedTools, toolOperations } from '../../src/mcp/advertised-tools.ts';
import { callTool } from '../../src/mcp/call-tool.ts';
import { mcpContexts } from '../../src/mcp/context.ts';
import { openUrlDb } from '../../src/open-url-db.ts';
import { readSettings } from '../../src/settings.ts';
import { deletedLast } from '../errors/requests.ts';
import { prepare, samples } from '../errors/samples.ts';
import { startUrlDb } from '../support/url-db.ts';

const ajv = new Ajv2020({ strict: false, validateFormats: false });

describe.each(testEngines)('on %s', (_name, open) => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.stop());

  it('every tool takes and answers what it says', async () => {
    await using urlDb = await startUrlDb(engine, { URL_DB_PRIVATE_WEBHOOKS: 'true' });
    await prepare(urlDb);
    const settings = readSettings({ DATABASE_URL: urlDb.databaseUrl }, 'en');
    const { contexts, close } = await openUrlDb(settings);
    const log = createLog(() => {}, {});
    const { en: context } = mcpContexts(contexts, log);
    for (const { name } of deletedLast(toolOperations)) {
      const tool = advertisedTools('en').find((one) => one.name === name);
      const takes = ajv.compile({ ...(tool?.inputSchema as object) });
      const answers = ajv.compile({ ...(tool?.outputSchema as object) });
      const { values, body } = samples[name] ?? {};
      // It has values, which no tool removes.
      const force = name === 'delete_domain_attribute' && { force: true };
      const given = { ...values, ...body, ...force };
      expect(takes(given), name).toBe(true);
      expect(takes({ ...given, nonsense: 1 }), name).toBe(false);

      const refused = await callTool(name, { ...given, nonsense: 1 }, context);
      expect(refused.isError, name).toBe(true);
      expect(refused.structuredContent).toMatchObject({
        error: 'VALIDATION_ERROR',
        details: [{ field: 'nonsense', message: 'There is no such field' }],
      });
      expect(answers(refused.structuredContent), name).toBe(true);
      // Who reads the text alone learns as much.
      const [{ text } = { text: '' }] = refused.content as { text: string }[];
      expect(text).toMatch(/^VALIDATION_ERROR: .*"field":"nonsense"/);

      const done = await callTool(name, given, context);
      expect(done.isError, JSON.stringify(done.structuredContent)).toBeUndefined();
      expect(answers(done.structuredContent), name).toBe(true);
      expect(answers({}), name).toBe(false);
      expect((done.content as { text: string }[])[0]?.text, name).not.toBe('');
    }
    await close();
  });
});
