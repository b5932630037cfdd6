import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errorTable } from '../src/errors/error-table.ts';
import { sign } from '../src/events/sign.ts';
import { advertisedTools } from '../src/mcp/advertised-tools.ts';
import { defaults } from '../src/settings.ts';
import { startChild } from './support/child.ts';

// What the READMEs show is what happens: their commands are run, in order, and answer what stands below them.

const execute = promisify(execFile);
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const bookmarks = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3>개발</H3>
    <DL><p>
        <DT><A HREF="https://example.com/react" TAGS="react">리액트 기술 문서</A>
        <DT><A HREF="javascript:alert(1)">bookmarklet</A>
    </DL><p>
    <DT><A HREF="https://example.com/go">Go</A>
</DL><p>
`;

describe.each([
  ['README.md', 'en'],
  ['README.ko.md', 'ko'],
])('%s', (name, language) => {
  const text = readFileSync(file(`../${name}`), 'utf8');
  const blocks = (info: string) =>
    [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
      .filter(([, given]) => given === info)
      .map(([, , code = '']) => code);
  const environment = { JEONBO_LANG: language };

  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'url-db-readme-'));
    writeFileSync(join(folder, 'bookmarks.html'), bookmarks);
    writeFileSync(
      join(folder, 'url-db'),
      `#!/bin/sh\nexec '${process.execPath}' '${file('../dist/bin.js')}' "$@"\n`,
    );
    chmodSync(join(folder, 'url-db'), 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('shows what commands answer', async () => {
    await using server = await startChild({ folder, environment });
    const env = {
      ...process.env,
      ...environment,
      PATH: [folder, process.env.PATH].join(delimiter),
    };
    const shown = blocks('console').flatMap(commandsIn);
    expect(shown.length).toBeGreaterThan(9);
    for (const { command, answer } of shown) {
      const here = command.replaceAll('http://127.0.0.1:8080', server.origin);
      const { stdout } = await execute('sh', ['-c', `{ ${here}\n} 2>&1 || true`], {
        cwd: folder,
        env,
      });
      expect(masked(stdout), command).toBe(masked(answer));
    }
  });

  it('shows what the prompt says', async () => {
    const [shown = ''] = blocks('text').filter((code) => code.startsWith('> '));
    const said = [...shown.matchAll(/^> (.*)\n((?:(?!> ).*\n)*)/gm)];
    writeFileSync(join(folder, 'lines'), said.map(([, line]) => `${line}\n`).join(''));
    const argv = "-mcp-mode=stdio --repl DATABASE_URL=file:./prompt.sqlite < 'lines'";
    const { stdout } = await execute('sh', ['-c', `./url-db ${argv}`], {
      cwd: folder,
      env: { ...process.env, ...environment },
    });
    expect(masked(stdout)).toBe(masked(said.map(([, , answer]) => answer).join('')));
  });

  it('verifies deliveries, and nothing else', async () => {
    const [verifier = ''] = blocks('ts').filter((code) => code.includes('isFromUrlDb'));
    writeFileSync(join(folder, 'verifier.ts'), verifier);
    const { isFromUrlDb } = await import(join(folder, 'verifier.ts'));
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const timestamp = Math.floor(Date.now() / 1000);
    const message = { id: 'msg_1', timestamp, body: '{"type":"node.created"}' };
    const headers = (of: typeof message) => new Headers(sign(of, secret));
    expect(isFromUrlDb(headers(message), message.body, secret)).toBe(true);
    expect(isFromUrlDb(headers(message), `${message.body} `, secret)).toBe(false);
    expect(isFromUrlDb(headers(message), message.body, secret.replace('M', 'N'))).toBe(false);
    const old = { ...message, timestamp: timestamp - 301 };
    expect(isFromUrlDb(headers(old), old.body, secret)).toBe(false);
    expect(isFromUrlDb(new Headers(), message.body, secret)).toBe(false);
  });

  it('names every setting with its default', () => {
    const rows = text.matchAll(/^\| `([A-Z_]+)` +\| (?:`([^`]*)`|–) +\|/gm);
    const told = [...rows].map(([, variable, value = '']) => [variable, value]);
    expect(Object.fromEntries(told)).toMatchObject(defaults);
  });

  it('names every error with its status', () => {
    const rows = text.matchAll(/^\| `([A-Z_]+)` +\| (\d{3}) +\|/gm);
    const told = [...rows].map(([, code, status]) => [code, Number(status)]);
    const known = Object.entries(errorTable).map(([code, { status }]) => [code, status]);
    expect(told.sort()).toEqual(known.sort());
  });

  it('names every tool', () => {
    const listed = advertisedTools('en').map((tool) => tool.name);
    expect(listed.filter((tool) => !text.includes(`\`${tool}\``))).toEqual([]);
    expect(text).toMatch(new RegExp(`^(?:도구 )?${listed.length}(?:개| tools)`, 'm'));
  });
});

/** `$ ` begins a command, a backslash at the end of a line goes on with it, and what follows is its answer. */
function commandsIn(code: string) {
  const found = code.matchAll(/^\$ ((?:.*\\\n)*.*)\n((?:(?!\$ ).*\n)*)/gm);
  return [...found].map(([, command = '', answer = '']) => ({ command, answer }));
}

/** Times differ. */
function masked(answer: string): string {
  return answer.trim().replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'time');
}
