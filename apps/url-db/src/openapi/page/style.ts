import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findWebFolder } from '../../http/static-files.ts';

const rules = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1c1f23, #e6e8eb);
  --soft: light-dark(#5b636d, #9aa3ad);
  --line: light-dark(#dfe3e8, #33393f);
  --paper: light-dark(#fff, #16191c);
  --sunk: light-dark(#f5f6f8, #1e2226);
  --accent: light-dark(#1a5fb4, #78aeed);
  --done: light-dark(#1a7f37, #57ab5a);
  --refused: light-dark(#b42318, #f47067);
}
* { box-sizing: border-box; }
body {
  margin: 0 auto;
  max-width: 56rem;
  padding: 2rem 1rem 4rem;
  color: var(--ink);
  background: var(--paper);
  font: 1rem/1.6 'Pretendard Variable', system-ui, sans-serif;
  word-break: keep-all;
  overflow-wrap: anywhere;
}
h1 { margin: 0; font-size: 1.5rem; }
h2 { margin: 2rem 0 0.5rem; font-size: 1.125rem; }
p { margin: 0.5rem 0; color: var(--soft); }
a { color: var(--accent); }
code, pre, output, textarea, .path { font: 0.875rem/1.5 ui-monospace, monospace, 'Pretendard Variable'; }
details { border: 1px solid var(--line); border-radius: 0.5rem; margin: 0.5rem 0; }
summary {
  display: flex;
  flex-wrap: wrap;
  gap: 0.25rem 0.75rem;
  align-items: baseline;
  padding: 0.625rem 0.875rem;
  cursor: pointer;
  border-radius: 0.5rem;
}
summary::-webkit-details-marker { display: none; }
summary:hover { background: var(--sunk); }
.method { min-width: 3.75rem; font-weight: 700; font-size: 0.8125rem; color: var(--accent); }
.title { color: var(--soft); margin-left: auto; }
form { padding: 0 0.875rem 0.875rem; display: grid; gap: 0.75rem; }
label { display: grid; gap: 0.25rem; font-size: 0.875rem; }
label small { color: var(--soft); }
input, textarea {
  width: 100%;
  padding: 0.5rem 0.625rem;
  border: 1px solid var(--line);
  border-radius: 0.375rem;
  color: inherit;
  background: var(--sunk);
  font-size: 1rem;
}
textarea { min-height: 8rem; resize: vertical; }
button {
  justify-self: start;
  min-height: 2.75rem;
  padding: 0 1.25rem;
  border: 0;
  border-radius: 0.375rem;
  color: var(--paper);
  background: var(--accent);
  font: inherit;
  font-weight: 600;
  cursor: pointer;
}
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
output {
  padding: 0.75rem;
  border-radius: 0.375rem;
  border-left: 3px solid var(--line);
  background: var(--sunk);
  white-space: pre-wrap;
  max-height: 30rem;
  overflow: auto;
}
output[hidden] { display: none; }
output.done { border-color: var(--done); }
output.refused { border-color: var(--refused); }
table { width: 100%; border-collapse: collapse; font-size: 0.875rem; }
td { padding: 0.25rem 0.75rem 0.25rem 0; vertical-align: top; white-space: pre-line; }
td:first-child { width: 3.5rem; font-weight: 600; overflow-wrap: normal; }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: baseline; }
header nav { margin-left: auto; display: flex; gap: 1rem; }
`;

/** With the fonts of the page at `/`, so that Korean looks the same on any machine. */
export async function pageStyle(): Promise<string> {
  return `${await fontFaces()}${rules}`;
}

/** None where that page is not built. */
async function fontFaces(): Promise<string> {
  const folder = join(findWebFolder(), 'assets');
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(
    names
      .filter((name) => name.endsWith('.css'))
      .map((name) => readFile(join(folder, name), 'utf8')),
  );
  return texts.flatMap((text) => text.match(/@font-face\s*\{[^}]*\}/g) ?? []).join('\n');
}
