import { describe, expect, it } from 'vitest';
import { version } from '../src/version.ts';
import { run } from './support/run.ts';
import { apiKey, projectId } from './support/world.ts';

const environment = { PATH: process.env.PATH ?? '', HOME: '/nonexistent' };
const en = { ...environment, JEONBO_LANG: 'en' };
const ko = { ...environment, JEONBO_LANG: 'ko' };

describe('--print-config', () => {
  it.each(['claude', 'cursor'])('prints a configuration for %s without the key', async (host) => {
    const settings = { ...en, BAAS_API_KEY: apiKey, PROJECT_ID: projectId, JEONBO_DRY_RUN: '1' };
    const { code, stdout } = await run(['baas', '--print-config', host], settings);
    expect(code).toBe(0);
    expect(stdout).not.toContain(apiKey);
    expect(JSON.parse(stdout)).toEqual({
      mcpServers: {
        'jeonbo-baas': {
          command: 'npx',
          args: ['-y', `@jeonbo/mcp-stdio@${version()}`, 'baas'],
          env: {
            BAAS_API_KEY: '<your BAAS_API_KEY>',
            PROJECT_ID: '<your PROJECT_ID>',
            JEONBO_DRY_RUN: '1',
            JEONBO_LANG: 'en',
          },
        },
      },
    });
  });

  it('prints one for VS Code that asks for the key', async () => {
    const { code, stdout, stderr } = await run(['baas', '--print-config', 'vscode'], {
      ...ko,
      BAAS_API_KEY: apiKey,
      DATABASE_URL: 'postgres://user:hunter2secret@host/name',
    });
    expect(code).toBe(0);
    expect(stderr).toContain('.vscode/mcp.json');
    expect(stdout).not.toMatch(new RegExp(`${apiKey}|hunter2secret`));
    const { inputs, servers } = JSON.parse(stdout);
    expect(inputs).toContainEqual(expect.objectContaining({ id: 'baas-api-key', password: true }));
    expect(servers['jeonbo-baas'].env.BAAS_API_KEY).toMatch(/^\$\{input:baas-api-key\}$/);
  });
});
