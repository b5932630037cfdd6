// Writes packages/tools/src/examples.generated.ts, from which the MCP prompts hand over these examples:
//   node examples/embed.ts
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { index } from './embed-index.ts';

const target = '../packages/tools/src/examples.generated.ts';

/** The generated module as it should be, and as it is. A test holds them equal. */
export function embedded(): { readonly expected: string; readonly actual: string } {
  return { expected: render(), actual: read(target) };
}

function render(): string {
  const paths = [
    ...new Set(Object.values(index).flatMap((prompt) => Object.values(prompt).flat())),
  ];
  const files = Object.fromEntries(paths.sort().map((path) => [path, read(path)]));
  return `// Written by examples/embed.ts from the files under examples/. Do not edit.
// biome-ignore-all format: generated
// biome-ignore-all lint: generated; the files are linted where they stand

/** Text of each example file, by its path under examples/. */
export const exampleFiles = ${JSON.stringify(files, null, 2)} as const satisfies Record<string, string>;

/** Which of them belong to a prompt in a framework, the most telling first. */
export const exampleIndex = ${JSON.stringify(index, null, 2)} as const satisfies Record<
  string,
  Record<string, readonly (keyof typeof exampleFiles)[]>
>;
`;
}

function read(path: string): string {
  return readFileSync(resolve(import.meta.dirname, path), 'utf8');
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(resolve(import.meta.dirname, target), render());
