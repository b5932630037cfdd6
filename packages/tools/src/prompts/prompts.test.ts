import { describe, expect, it } from 'vitest';
import { baasToolset } from '../baas/toolset.ts';
import { exampleFiles, exampleIndex } from '../examples.generated.ts';

const { prompts } = baasToolset({ recipients: 'any' });
const frameworks = ['express', 'nextjs', 'react', 'vue', 'worker', 'http'] as const;
const files: Readonly<Record<string, string>> = exampleFiles;

describe.each(prompts.map((prompt) => [prompt.name, prompt] as const))('%s', (name, prompt) => {
  it.each(frameworks)('hands over the very files of the examples for %s', async (framework) => {
    const text = await prompt.build({ language: 'en', framework }, 'ko');
    const paths: readonly string[] = exampleIndex[name as keyof typeof exampleIndex][framework];
    for (const path of paths) expect(text).toContain(files[path]?.trimEnd());
    expect(text).not.toMatch(/[가-힣]{2,}.{0,20}구현하세요/);
  });

  it('speaks the language of the server unless told', async () => {
    expect(await prompt.build({}, 'ko')).toContain('구현하세요');
    expect(await prompt.build({ language: 'en' }, 'ko')).not.toContain('구현하세요');
  });

  it.each(['python', 'Go', 'TypeScript', undefined])(
    'takes %s for a programming language',
    async (language) => {
      const text = await prompt.build({ language }, 'en');
      const other = language !== undefined && language !== 'TypeScript';
      expect(text).toContain(other ? 'files below for http' : 'files below for express');
      expect(text.includes(`Write it in ${language}`)).toBe(other);
    },
  );

  it('refuses what it does not know', async () => {
    await expect(prompt.build({ framework: 'django' }, 'en')).rejects.toMatchObject({
      code: 'VALIDATION_ERROR',
      message: expect.stringContaining('express, nextjs'),
    });
  });

  it('has words in both languages', () => {
    for (const words of [
      prompt.title,
      prompt.description,
      ...prompt.arguments.map((one) => one.description),
    ])
      expect(words).toEqual({
        en: expect.stringMatching(/[a-z]/),
        ko: expect.stringMatching(/[가-힣]/),
      });
  });
});
