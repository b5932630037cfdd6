import { createBaasClient } from '@jeonbo/baas-client';
import type { BaasContext } from '../baas/context.ts';
import { baasToolset } from '../baas/toolset.ts';
import { callerOf, createGround, type GroundOptions } from './ground.ts';

export const project = '7d9e3a10-5b1c-4f7e-9a57-0c6a1b2d3e4f';
export const apiKey = 'baas-test-key-0123456789';

export interface BenchOptions extends GroundOptions {
  readonly context?: Partial<BaasContext>;
  readonly apiKey?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** The real tools and the real client before a sandbox without a socket; time stands still until told otherwise. */
export function createBench(options: BenchOptions = {}) {
  const { common, ...ground } = createGround(options, [apiKey]);
  const context: BaasContext = {
    ...common,
    baas: createBaasClient({
      apiKey: options.apiKey ?? apiKey,
      projectId: project,
      baseUrl: ground.sandbox.url,
      fetch: options.fetch ?? ground.sandbox.fetch,
    }),
    ...options.context,
  };
  const toolset = baasToolset(common.guard);
  return { ...ground, context, toolset, call: callerOf(toolset, context) };
}

/** `count` people with numbers of their own. */
export function people(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    phone_number: `010-${String(1000 + Math.floor(index / 10_000))}-${String(index % 10_000).padStart(4, '0')}`,
    member_code: `member${index}`,
  }));
}

/** A send that every rail lets pass. */
export function sms(change: Record<string, unknown> = {}) {
  return {
    recipients: [{ phone_number: '010-1234-5678', member_code: 'user123' }],
    message: 'Hello',
    callback_number: '02-1234-5678',
    ...change,
  };
}
