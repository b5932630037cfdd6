import type { Language } from '@jeonbo/core';
import { createMemoryLedger } from '@jeonbo/core/ledger';
import { createSandbox, manualClock } from '@jeonbo/sandbox';
import { type CallOptions, type CallResult, callTool } from '../call-tool.ts';
import { type Environment, readGuardSettings } from '../guard/settings.ts';
import type { ToolContext } from '../tool.ts';
import type { Toolset } from '../toolset.ts';
import { memoryAudit, memoryConfirmations } from './stores.ts';

export interface GroundOptions {
  readonly env?: Environment;
  readonly book?: string;
  readonly language?: Language;
}

/** What the bench of every provider stands on. */
export function createGround(options: GroundOptions, secrets: readonly string[]) {
  const clock = manualClock(Date.UTC(2026, 10, 20, 3));
  const audit = memoryAudit();
  const common: ToolContext = {
    language: options.language ?? 'en',
    ledger: createMemoryLedger(clock.now),
    audit,
    confirmations: memoryConfirmations(clock.now),
    guard: readGuardSettings(options.env ?? {}, () => options.book ?? ''),
    secrets,
  };
  return { audit, clock, common, sandbox: createSandbox({ clock, deliveryMs: 300 }) };
}

export function callerOf<Context extends ToolContext>(toolset: Toolset<Context>, context: Context) {
  return (
    name: string,
    input: unknown,
    change: Partial<Context> = {},
    options: CallOptions = {},
  ): Promise<CallResult> => callTool(toolset, name, input, { ...context, ...change }, options);
}
