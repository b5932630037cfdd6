// `pnpm start`: builds, starts the sandbox and the servers, walks the tour through real MCP clients, and stays up.
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startSandbox } from '@jeonbo/sandbox';
import { build } from './build.ts';
import { readLanguage, type Words } from './language.ts';
import { farewell } from './tour/farewell.ts';
import { startHttpServer } from './tour/http-server.ts';
import type { HttpServer } from './tour/run-server.ts';
import { walkTour } from './tour/tour.ts';
import { startUrlDb } from './tour/url-db-server.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const language = readLanguage(process.env);
const say = (words: Words) => words[language];

const help: Words = {
  ko: `pnpm start [옵션]

  --once          둘러보기가 끝나면 종료합니다. 한 단계라도 실패하면 종료 코드가 0이 아닙니다
  --sandbox URL   이미 실행 중인 샌드박스를 씁니다
  --no-build      빌드하지 않습니다

PORT 샌드박스 포트 (기본값 4010), JEONBO_LANG=ko|en 언어
`,
  en: `pnpm start [options]

  --once          ends after the tour; the exit code is not 0 if any step failed
  --sandbox URL   uses a sandbox that runs already
  --no-build      does not build

PORT: the sandbox's port (4010). JEONBO_LANG=ko|en: the language.
`,
};

function readOptions() {
  const { values } = parseArgs({
    options: {
      once: { type: 'boolean', default: false },
      sandbox: { type: 'string' },
      build: { type: 'boolean', default: true },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowNegative: true,
  });
  return values;
}

/** Port 4010 where it is free, else any: two clones may run side by side. */
async function openSandbox(port: number) {
  try {
    return await startSandbox({ port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return startSandbox({ port: 0 });
  }
}

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(say(help));
    return;
  }
  if (options.build) await build(root, say);
  const sandbox = options.sandbox ? undefined : await openSandbox(Number(process.env.PORT || 4010));
  const url = options.sandbox ?? sandbox?.url ?? '';
  const running: HttpServer[] = [];
  try {
    const place = { root, sandboxUrl: url, language };
    const http = await startHttpServer(place);
    running.push(http);
    const urlDb = await startUrlDb(place);
    running.push(urlDb);
    await walkTour(place, { http, urlDb });
    if (options.once) return;
    process.stdout.write(farewell(place, http.url, urlDb.url));
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  } finally {
    await Promise.all(running.map((server) => server.close()));
    await sandbox?.close();
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
}
