import type { Sandbox, SandboxOptions } from '@jeonbo/sandbox';
import type { Place } from './oauth.ts';
import { createWorld, type Running, serve, type World } from './world.ts';

/** A server of kakao with its sandbox, ready to log in to. */
export interface KakaoPlace extends Place, AsyncDisposable {
  readonly world: World;
  readonly server: Running;
  readonly sandbox: Sandbox;
  /** Of MCP. */
  readonly mcp: string;
}

type Options = Parameters<typeof serve>[2];

export async function startKakaoPlace(
  settings: Readonly<Record<string, string>> = {},
  options: Options = {},
  sandbox: SandboxOptions = {},
): Promise<KakaoPlace> {
  const world = await createWorld(settings, sandbox);
  const server = await serve(world.environment, ['kakao'], options);
  return {
    world,
    server,
    sandbox: world.sandbox,
    url: server.url,
    mcp: server.mcp,
    async [Symbol.asyncDispose]() {
      await server.stop();
      await world[Symbol.asyncDispose]();
    },
  };
}
