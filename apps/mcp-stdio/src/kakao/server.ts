import { missingKakaoSettings } from '@jeonbo/server';
import { kakaoToolset } from '@jeonbo/tools';
import { createMessagingServer } from '../messaging-server.ts';
import { prepareServer } from '../prepare-server.ts';
import type { MessagingServer, ServerOptions } from '../types.ts';
import { accountOf } from './account-name.ts';
import { withLoginCommand } from './what-to-type.ts';
import { whoeverIsLoggedIn } from './whoever-is-logged-in.ts';

/**
 * The server `jeonbo-mcp kakao`, for a program that embeds it. It sends as the person who logged in by
 * `jeonbo-mcp kakao login`.
 *
 * @throws JeonboError `VALIDATION_ERROR` where a guard rail is set wrongly: then nothing may start
 * @example
 * const server = createKakaoServer({ environment: { ...process.env, KAKAO_ACCOUNT: 'work' } });
 * await server.serve({ input: process.stdin, output: process.stdout });
 */
export function createKakaoServer(options: ServerOptions = {}): MessagingServer {
  const prepared = prepareServer(options);
  const { environment, language, log, store, common } = prepared;
  for (const missing of missingKakaoSettings(environment, language))
    log.warn('setting missing', missing);
  const { current, context } = whoeverIsLoggedIn(prepared);
  const login = { account: accountOf(environment), language };
  const bound = kakaoToolset(common.guard);
  const tools = bound.tools.map((tool): typeof tool => ({
    ...tool,
    async run(input, given, call) {
      try {
        return await tool.run(input, { ...given, ...(await current()) }, call);
      } catch (error) {
        throw withLoginCommand(error, login);
      }
    },
  }));
  const toolset = { ...bound, tools };
  return createMessagingServer({ name: 'kakao', toolset, context, store, log });
}
