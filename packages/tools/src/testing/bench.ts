import { createBaasClient } from '@jeonbo/baas-client';
import type { Language } from '@jeonbo/core';
import { createMemoryLedger } from '@jeonbo/core/ledger';
import { createSandbox, manualClock } from '@jeonbo/sandbox';
import type { BaasContext } from '../baas/context.ts';
import { baasToolset } from '../baas/toolset.ts';
import { type CallResult, callTool } from '../call-tool.ts';
import { type Environment, readGuardSettings } from '../guard/settings.ts';
import { memoryAudit, memoryConfirmations } from './stores.ts';

export const project = '7d9e3a10-5b1c-4f7e-9a57-0c6a1b2d3e4f';
export const apiKey = 'baas-test-key-0123456789';

export interface BenchOptions {
  readonly env?: Environment;
  readonly book?: string;
  readonly language?: Language;
  readonly context?: Partial<BaasContext>;
  readonly apiKey?: string;
  readonly fetch?: typeof globalThis.fetch;
}

/** The real tools and the real client before a sandbox without a socket; time stands still until told otherwise. */
export function createBench(options: BenchOptions = {}) {
  const clock = manualClock(Date.UTC(2026, 10, 20, 3));
  const sandbox = createSandbox({ clock, deliveryMs: 300 });
  const audit = memoryAudit();
  const guard = readGuardSettings(options.env ?? {}, () => options.book ?? '');
  const context: BaasContext = {
    language: options.language ?? 'en',
    ledger: createMemoryLedger(clock.now),
    audit,
    confirmations: memoryConfirmations(clock.now),
    guard,
    secrets: [apiKey],
    baas: createBaasClient({
      apiKey: options.apiKey ?? apiKey,
      projectId: project,
      baseUrl: sandbox.url,
      fetch: options.fetch ?? sandbox.fetch,
    }),
    ...options.context,
  };
  const toolset = baasToolset(guard);
  const call = (
    name: string,
    input: unknown,
    change: Partial<BaasContext> = {},
  ): Promise<CallResult> => callTool(toolset, name, input, { ...context, ...change });
  return { audit, call, clock, context, sandbox, toolset };
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
