import { readFileSync } from 'node:fs';
import { createLog, languageOf, secretsIn } from '@jeonbo/server';
import { readGuardSettings, type ToolContext } from '@jeonbo/tools';
import { createLazyStore } from './store.ts';
import type { ServerOptions } from './types.ts';

/**
 * What every server is made of, whatever its provider.
 *
 * @throws JeonboError `VALIDATION_ERROR` where a guard rail is set wrongly: then nothing may start
 */
export function prepareServer({ fetch, ...options }: ServerOptions) {
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
  return { environment, language, log, fetch, store, common };
}
