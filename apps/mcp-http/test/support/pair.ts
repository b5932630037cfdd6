import type { SandboxOptions } from '@jeonbo/sandbox';
import { type Child, startChild } from './child.ts';
import type { Place } from './oauth.ts';
import { type Balancer, type BalancerOptions, startBalancer } from './round-robin.ts';
import { createWorld, type World } from './world.ts';

export interface PairOptions extends BalancerOptions {
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
  await using started = new AsyncDisposableStack();
  const balancer = started.use(await startBalancer(options));
  const settings = {
    DATABASE_URL: databaseUrl,
    JEONBO_SECRET_KEY: 'a9'.repeat(32),
    BASE_URL: balancer.url,
    ...options.settings,
  };
  const world = started.use(await createWorld(settings, options.sandbox));
  const start = async () => started.use(await startChild(world.environment, 'kakao'));
  const instances = await Promise.all([start(), start()] as const);
  balancer.lead(...instances.map(({ url }) => url));
  const owned = started.move();
  return {
    world,
    balancer,
    instances,
    url: balancer.url,
    mcp: `${balancer.url}/mcp`,
    sandbox: world.sandbox,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
