import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox } from '@jeonbo/sandbox';
import { logIn } from '../../apps/mcp-http/test/support/oauth.ts';
import { type Served, serve } from './served.ts';

/** A Kakao on this machine, and servers that log people in there. */
export interface KakaoPlace {
  /** Starts `jeonbo-mcp-http kakao`, and a person lets a client in. */
  serve(name: string, settings?: NodeJS.ProcessEnv): Promise<Served & { readonly token: string }>;
  stop(): Promise<void>;
}

/** @param bin of `jeonbo-mcp-http` */
export async function startKakaoPlace(bin: string, folder: string): Promise<KakaoPlace> {
  const sandbox = await startSandbox({ port: 0 });
  return {
    async serve(name, settings = {}) {
      const home = join(folder, name);
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
      const { tokens } = await logIn({ url: served.url, sandbox });
      return { ...served, token: tokens.access_token };
    },
    stop: () => sandbox.close(),
  };
}
