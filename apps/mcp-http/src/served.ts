import { readFileSync } from 'node:fs';
import type { Language } from '@jeonbo/core';
import { createLog, type Log, logToolRun, type OpenStore, watchTools } from '@jeonbo/server';
import { type GuardSettings, readGuardSettings, type ToolContext } from '@jeonbo/tools';
import type { Access } from './callers/access.ts';
import type { Caller } from './callers/caller.ts';
import type { HttpSettings } from './http-settings.ts';
import { keepContexts } from './mcp/contexts.ts';
import { createEndpoint, type Endpoint } from './mcp/endpoint.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Provider } from './providers/provider.ts';
import type { Environment, LogEntry, ServerName } from './types.ts';
import { version } from './version.ts';

/** What all servers of one process share. */
export interface Shared {
  readonly environment: Environment;
  readonly language: Language;
  readonly settings: HttpSettings;
  readonly guard: GuardSettings;
  /** The operator's. */
  readonly secrets: readonly string[];
  readonly log: Log;
  readonly writeLog: (entry: LogEntry) => void;
  readonly fetch: typeof globalThis.fetch | undefined;
  readonly fetchClientMetadata: typeof globalThis.fetch | undefined;
}

export interface Served extends Endpoint, Access {
  readonly name: ServerName;
  /** Resolves when none of the tools that run now runs any more. */
  readonly running: () => Promise<unknown>;
}

/** One provider's tools for many callers, on an open store. */
export function serveProvider<Context extends ToolContext>(
  provider: Provider<Context>,
  { ledger, key }: OpenStore,
  metrics: Metrics,
  shared: Shared,
  access: Access,
): Served {
  const { language, settings, guard, secrets, log, writeLog, fetch } = shared;
  const { name } = provider;
  const { toolset, running } = watchTools(
    provider.toolset(guard),
    (run) => {
      metrics.toolRun(name, run);
      logToolRun(log, run);
    },
    { timeoutMs: settings.timeoutMs },
  );
  const contextOf = keepContexts((caller: Caller) => {
    const all = [...secrets, ...caller.secrets];
    const ownLog = createLog(writeLog, all);
    const common: ToolContext = {
      language,
      ledger,
      audit: ledger,
      confirmations: ledger,
      guard,
      secrets: all,
      caller: caller.id,
      onFault: (error, action) => ownLog.error('fault', { error, action, caller: caller.id }),
    };
    const parts = { environment: caller.environment, language, log: ownLog, fetch };
    return provider.context(common, parts, caller);
  });
  const [{ bytes: stateKey }] = key.subkeys('request state');
  const endpoint = createEndpoint({
    name,
    version: version(),
    toolset,
    contextOf,
    stateKey,
    sessions: settings.sessions,
    language,
    onError: (error) => log.debug('protocol error', { error, server: name }),
  });
  return {
    handle: endpoint.handle,
    giveUpAsking: endpoint.giveUpAsking,
    close: endpoint.close,
    get sessions() {
      return endpoint.sessions;
    },
    name,
    ...access,
    running,
  };
}

/** @throws JeonboError `VALIDATION_ERROR` where a guard rail is set wrongly: then nothing may start */
export function readGuard(environment: Environment): GuardSettings {
  return readGuardSettings(environment, (path) => readFileSync(path, 'utf8'));
}
