import { readFileSync } from 'node:fs';
import { readGuardSettings, type ToolContext } from '@jeonbo/tools';
import { languageOf } from './language.ts';
import { createLog } from './log.ts';
import { secretsIn } from './redact.ts';
import { createLazyStore } from './store.ts';
import type { ServerOptions } from './types.ts';

export type Prepared = ReturnType<typeof prepareServer>;

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
