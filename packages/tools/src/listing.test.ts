import { describe, expect, it } from 'vitest';
import { baasToolset } from './baas/toolset.ts';
import { kakaoToolset } from './kakao/toolset.ts';
import { listTool } from './listing.ts';
import { twilioToolset } from './twilio/toolset.ts';

const modes = ['any', 'book'] as const;
const languages = ['en', 'ko'] as const;
const modesAndLanguages = modes.flatMap((recipients) =>
  languages.map((language) => ({ recipients, language })),
);

const cases = modesAndLanguages.flatMap(({ recipients, language }) => {
  const baas = baasToolset({ recipients }).tools.map((tool) => listTool(tool, language));
  const twilio = twilioToolset({ recipients }).tools.map((tool) => listTool(tool, language));
  const kakao = kakaoToolset({ recipients }).tools.map((tool) => listTool(tool, language));
  return [
    { server: 'baas', recipients, language, tools: baas, most: 11_500 },
    { server: 'twilio', recipients, language, tools: twilio, most: 11_500 },
    // The six templates are 4 kB of it.
    { server: 'kakao', recipients, language, tools: kakao, most: 14_500 },
  ];
});

describe.each(cases)('the listing of $server ($recipients, $language)', ({ tools, most }) => {
  // It stands in the model's context at every turn. About four bytes are a token.
  it('stays small', () => {
    expect(new TextEncoder().encode(JSON.stringify(tools)).byteLength).toBeLessThan(most);
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
      const { error_code } = outputSchema.properties as Record<string, object>;
      expect(
        [error_code, error_code && 'anyOf' in error_code && error_code.anyOf].flat(),
      ).toContainEqual({ type: 'string' });
    }
  });
});

it('is built once for each language', () => {
  const [tool] = baasToolset({ recipients: 'any' }).tools;
  if (!tool) throw new Error('no tool');
  expect(listTool(tool, 'ko')).toBe(listTool(tool, 'ko'));
});
