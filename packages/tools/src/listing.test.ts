import { describe, expect, it } from 'vitest';
import { baasToolset } from './baas/toolset.ts';
import { listTool } from './listing.ts';

const modes = ['any', 'book'] as const;
const languages = ['en', 'ko'] as const;
const cases = modes.flatMap((mode) => languages.map((language) => [mode, language] as const));

describe.each(cases)('the listing (%s, %s)', (mode, language) => {
  const tools = baasToolset({ recipients: mode }).tools.map((tool) => listTool(tool, language));

  // It stands in the model's context at every turn. About four bytes are a token.
  it('stays small', () => {
    expect(new TextEncoder().encode(JSON.stringify(tools)).byteLength).toBeLessThan(11_500);
  });

  it('describes every parameter', () => {
    for (const { inputSchema } of tools)
      for (const property of Object.values(
        (inputSchema.properties ?? {}) as Record<string, object>,
      ))
        expect(property).toHaveProperty('description', expect.stringMatching(/./));
  });

  it('refuses unknown parameters and says what a failure looks like', () => {
    for (const { inputSchema, outputSchema } of tools) {
      expect(inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
      expect(outputSchema).toMatchObject({
        type: 'object',
        properties: { error_code: { type: 'string' } },
      });
    }
  });
});

it('is built once for each language', () => {
  const [tool] = baasToolset({ recipients: 'any' }).tools;
  if (!tool) throw new Error('no tool');
  expect(listTool(tool, 'ko')).toBe(listTool(tool, 'ko'));
});
