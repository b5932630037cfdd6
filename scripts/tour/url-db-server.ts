import { type HttpServer, runServer } from './run-server.ts';
import type { Place } from './servers.ts';

/** `url-db`: REST, MCP and the web page. */
export function startUrlDb({ root, language }: Place): Promise<HttpServer> {
  return runServer(root, {
    bin: 'apps/url-db/dist/bin.js',
    env: { JEONBO_LANG: language },
    usualPort: '8080',
  });
}
