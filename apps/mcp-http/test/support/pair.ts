import type { SandboxOptions } from '@jeonbo/sandbox';
import { type Child, startChild } from './child.ts';
import type { Place } from './oauth.ts';
import { type Balancer, type BalancerOptions, startBalancer } from './round-robin.ts';
import { createWorld, type World } from './world.ts';

export interface PairOptions extends BalancerOptions {
  /** Default: kakao. */
  readonly servers?: readonly string[];
  readonly sandbox?: SandboxOptions;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Two processes as they ship, which share a database and nothing else, behind one address. */
export interface Pair extends Place, AsyncDisposable {
  readonly world: World;
  readonly balancer: Balancer;
  readonly instances: readonly [Child, Child];
  /** Of the balancer. */
  readonly mcp: string;
}

export async function startPair(databaseUrl: string, options: PairOptions = {}): Promise<Pair> {
  const { servers = ['kakao'] } = options;
  const started: AsyncDisposable[] = [];
  const keep = <One extends AsyncDisposable>(one: One): One => {
    started.push(one);
    return one;
  };
  const stop = async () => {
    for (const one of started.splice(0).toReversed()) await one[Symbol.asyncDispose]();
  };
  try {
    const balancer = keep(await startBalancer(options));
    const settings = {
      DATABASE_URL: databaseUrl,
      JEONBO_SECRET_KEY: 'a9'.repeat(32),
      BASE_URL: balancer.url,
      ...options.settings,
    };
    const world = keep(await createWorld(settings, options.sandbox));
    const start = async () => keep(await startChild(world.environment, ...servers));
    const instances = await Promise.all([start(), start()] as const);
    balancer.lead(...instances.map(({ url }) => url));
    const { url } = balancer;
    const { sandbox } = world;
    const mcp = `${url}/mcp`;
    return { world, sandbox, balancer, instances, url, mcp, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
