import { readFileSync } from 'node:fs';
import { type BaasContext, baasToolset, readGuardSettings } from '@jeonbo/tools';
import { languageOf } from '../language.ts';
import { createLog } from '../log.ts';
import { createMessagingServer } from '../messaging-server.ts';
import { secretsIn } from '../redact.ts';
import { createLazyStore } from '../store.ts';
import type { BaasServerOptions, MessagingServer } from '../types.ts';
import { createClient } from './client.ts';
import { missingSettings } from './where-to-get.ts';

/**
 * The server `jeonbo-mcp baas`, for a program that embeds it.
 *
 * @throws JeonboError `VALIDATION_ERROR` where a guard rail is set wrongly: then nothing may start
 * @example
 * const server = createBaasServer({ environment: { ...process.env, JEONBO_DRY_RUN: '1' } });
 * await server.serve({ input: process.stdin, output: process.stdout });
 */
export function createBaasServer(options: BaasServerOptions = {}): MessagingServer {
  const environment = options.environment ?? process.env;
  const language = options.language ?? languageOf(environment);
  const secrets = secretsIn(environment);
  const log = createLog(options.log ?? (() => {}), secrets);
  const guard = readGuardSettings(environment, (path) => readFileSync(path, 'utf8'));
  const store = createLazyStore(environment);
  for (const missing of missingSettings(environment, language))
    log.warn('setting missing', missing);

  const context: BaasContext = {
    language,
    ledger: store.ledger,
    audit: store.ledger,
    confirmations: store.ledger,
    guard,
    secrets,
    baas: createClient({ environment, language, log, fetch: options.fetch }),
    needsProject: environment.BAAS_PROFILE !== 'v2',
    onFault: (error, action) => log.error('fault', { error, action }),
  };
  const toolset = baasToolset(guard);
  return createMessagingServer({ name: 'baas', toolset, context, store, log });
}
