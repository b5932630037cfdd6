import { readFileSync } from 'node:fs';
import { transformWithOxc } from 'vite';

/** What Python's requests sends for `json=…`: `json.dumps` with its spaces, ASCII only, and these headers. */
export function pythonRequest(content: unknown) {
  return {
    body: pythonDumps(content),
    headers: {
      'User-Agent': 'python-requests/2.32.3',
      'Accept-Encoding': 'gzip, deflate',
      Accept: '*/*',
      Connection: 'keep-alive',
      'Content-Type': 'application/json',
    },
  };
}

/** What Go's http.Post sends for `json.Marshal`: no spaces, and `&`, `<`, `>` as escapes. */
export function goRequest(content: object) {
  const escapes: Readonly<Record<string, string>> = {
    '&': '\\u0026',
    '<': '\\u003c',
    '>': '\\u003e',
  };
  return {
    body: JSON.stringify(content).replace(/[&<>]/g, (letter) => escapes[letter] ?? letter),
    headers: {
      'User-Agent': 'Go-http-client/1.1',
      'Content-Type': 'application/json',
      'Accept-Encoding': 'gzip',
    },
  };
}

function pythonDumps(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonDumps).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([name, inner]) => `${pythonDumps(name)}: ${pythonDumps(inner)}`)
      .join(', ')}}`;
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

interface McpClient {
  createNode(params: object): Promise<Record<string, unknown>>;
  getNode(compositeId: string): Promise<Record<string, unknown>>;
  setNodeAttributes(compositeId: string, attributes: object[]): Promise<Record<string, unknown>>;
}

/**
 * Runs the TypeScript example of the document as it is written, its last line included.
 *
 * @param origin where its `http://localhost:8080` leads
 */
export async function runJavaScriptExample(origin: string) {
  const path = new URL('javascript-example.txt', import.meta.url);
  const { code } = await transformWithOxc(readFileSync(path, 'utf8'), 'example.ts');
  const lines: string[] = [];
  const fetchThere: typeof fetch = (url, init) =>
    fetch(String(url).replace('http://localhost:8080', origin), init);
  const AsyncFunction = (async () => {}).constructor as new (
    ...parts: string[]
  ) => (...values: unknown[]) => Promise<unknown>;
  const run = new AsyncFunction('fetch', 'console', `${code}\nreturn { client, node };`);
  const { client, node } = (await run(fetchThere, {
    log: (line: string) => lines.push(line),
  })) as { client: McpClient; node: Record<string, unknown> };
  return { client, node, lines };
}
