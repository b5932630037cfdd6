import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadPyodide } from 'pyodide';

/**
 * CPython inside Node, with real sockets: the Python samples run wherever the tests run, whether or not the machine
 * has a Python.
 */
export async function startPython(
  files: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<(code: string) => Promise<unknown>> {
  const python = await loadPyodide({ env: { HOME: '/home/pyodide', ...environment } });
  // Part of the stored type is missing: the method is there since 314.
  await (python as unknown as { useNodeSockFS(): Promise<void> }).useNodeSockFS();
  for (const file of files)
    python.FS.writeFile(`/home/pyodide/${basename(file)}`, readFileSync(file, 'utf8'));
  return async (code) => {
    // JSON on the way out: no Python object outlives its call.
    const body = code.trim().replace(/^/gm, '    ');
    return JSON.parse(
      await python.runPythonAsync(`
import json
def _run():
${body}
json.dumps(_run())
`),
    );
  };
}
