import { endpointProblem } from './events/endpoint-problem.ts';
import type { OperationContext } from './operations/define-operation.ts';
import type { Settings } from './settings.ts';
import { openStore } from './storage/open-store.ts';
import type { UrlStore } from './storage/store.ts';
import type { Language } from './types.ts';

/** An open database, and what operations need to work on it. */
export interface Opened {
  readonly store: UrlStore;
  readonly contexts: Readonly<Record<Language, OperationContext>>;
  close(): Promise<void>;
}

/**
 * For whoever calls operations: the server, the prompt, an import.
 *
 * @throws JeonboError whose words name DATABASE_URL
 * @example
 * const { contexts, close } = await openUrlDb(readSettings(process.env, 'ko'));
 * const { domains } = await listDomains.call({}, contexts.ko);
 * await close();
 */
export async function openUrlDb(settings: Settings): Promise<Opened> {
  const { toolName, schemes, autoCreateAttributes, privateWebhooks } = settings;
  const store = await openStore(settings.databaseUrl);
  const contextIn = (language: Language): OperationContext => ({
    store,
    toolName,
    schemes,
    autoCreateAttributes,
    language,
    endpointProblem: (endpoint) => endpointProblem(endpoint, { allowPrivate: privateWebhooks }),
  });
  return {
    store,
    contexts: { ko: contextIn('ko'), en: contextIn('en') },
    close: () => store.close(),
  };
}
