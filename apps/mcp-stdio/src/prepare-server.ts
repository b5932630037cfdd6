import { readFileSync } from 'node:fs';
import { readGuardSettings, type ToolContext } from '@jeonbo/tools';
import { languageOf } from './language.ts';
import { createLog } from './log.ts';
import { secretsIn } from './redact.ts';
import { createLazyStore } from './store.ts';
import type { ServerOptions } from './types.ts';

/**
 * What every server is made of, whatever its provider.
 *
 * @throws JeonboError `VALIDATION_ERROR` where a guard rail is set wrongly: then nothing may start
 */
export function prepareServer(options: ServerOptions) {
  const environment = options.environment ?? process.env;
  const language = options.language ?? languageOf(environment);
  const secrets = secretsIn(environment);
  const log = createLog(options.log ?? (() => {}), secrets);
  const guard = readGuardSettings(environment, (path) => readFileSync(path, 'utf8'));
  const store = createLazyStore(environment);
  const common: ToolContext = {
    language,
    ledger: store.ledger,
    audit: store.ledger,
    confirmations: store.ledger,
    guard,
    secrets,
    onFault: (error, action) => log.error('fault', { error, action }),
  };
  return { environment, language, log, store, common, fetch: options.fetch };
}

export type Prepared = ReturnType<typeof prepareServer>;

/** For a client: what happens on the wire, for the log. */
export function wireLog({ log }: Pick<Prepared, 'log'>) {
  return {
    onRetry: ({ method, url, attempt, reason, delayMs }: RetryEvent) =>
      log.info('request repeated', { method, url, attempt, reason, delayMs }),
    onResponse: ({ method, url, status, durationMs, requestId }: ResponseEvent) =>
      log.debug('request answered', { method, url, status, durationMs, requestId }),
  };
}
