import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox } from '@jeonbo/sandbox';
import { logIn, people } from '../../apps/mcp-http/test/support/oauth.ts';
import { type Served, serve } from './served.ts';

/** A Kakao on this machine, and servers that log people in there. */
export interface KakaoPlace {
  /** Starts `jeonbo-mcp-http kakao`; some people let several clients in each. */
  serve(name: string, settings?: NodeJS.ProcessEnv): Promise<LoggedIn>;
  stop(): Promise<void>;
}

interface LoggedIn extends Served {
  /** Access tokens, separated by commas. */
  readonly tokens: string;
}

const clientsEach = 3;

/** @param bin of `jeonbo-mcp-http` */
export async function startKakaoPlace(bin: string, folder: string): Promise<KakaoPlace> {
  const sandbox = await startSandbox({ port: 0 });
  return {
    async serve(name, settings = {}) {
      const home = join(folder, `home-${name}`);
      mkdirSync(home);
      const environment = {
        PATH: process.env.PATH ?? '',
        HOME: home,
        XDG_DATA_HOME: join(home, 'data'),
        PORT: '0',
        KAKAO_CLIENT_ID: 'bench-rest-api-key',
        KAKAO_CLIENT_SECRET: 'bench-client-secret',
        KAKAO_AUTH_BASE_URL: sandbox.url,
        KAKAO_API_BASE_URL: sandbox.url,
        // On, and never reached.
        JEONBO_HTTP_RATE_LIMIT: '1000000',
        ...settings,
      };
      const served = await serve(environment, bin, 'kakao');
      const users = Object.values(people).flatMap((user) => Array<string>(clientsEach).fill(user));
      const tokens: string[] = [];
      for (const user of users) {
        const loggedIn = await logIn({ url: served.url, sandbox }, { user });
        tokens.push(loggedIn.tokens.access_token);
      }
      return { ...served, tokens: tokens.join(',') };
    },
    stop: () => sandbox.close(),
  };
}
