import { JeonboError } from '@jeonbo/core';
import { defaultDatabaseUrl, openDatabase, parseSecretKey } from '@jeonbo/store';
import { openStore } from '../open-store.ts';
import { redactText, secretsIn } from '../redact.ts';
import type { CheckInput, Verdict } from './finding.ts';
import { checkTexts } from './texts.ts';

/** Opens the store and brings its tables up to date, as the server would at its start. */
export async function database({ environment, language }: CheckInput): Promise<Verdict> {
  const texts = checkTexts[language];
  const given = environment.DATABASE_URL;
  const value = given ? withoutPassword(given) : texts.byDefault(defaultDatabaseUrl(environment));
  try {
    await (await openDatabase(given || defaultDatabaseUrl(environment))).close();
    return { value };
  } catch (error) {
    const problem = redactText(wordsOf(error), secretsIn(environment));
    return { value, problem, why: texts.storeWhy, next: texts.storeNext };
  }
}

export async function secretKey({ environment, language }: CheckInput): Promise<Verdict> {
  const texts = checkTexts[language];
  const given = environment.JEONBO_SECRET_KEY;
  const value = given ? texts.isSet(String(given.length)) : texts.notSet;
  try {
    if (given) parseSecretKey(given);
    else await keyOfStore(environment);
    return { value };
  } catch (error) {
    // Where the store itself does not open, its own line says so.
    if (!JeonboError.is(error) || error.field !== 'JEONBO_SECRET_KEY') return { value };
    const next = texts.secretKeyNext;
    return { value, problem: error.message, why: texts.secretKeyWhy, next };
  }
}

async function keyOfStore(environment: CheckInput['environment']): Promise<void> {
  const { database: opened } = await openStore({ ...environment, JEONBO_LEDGER_DAYS: undefined });
  await opened.close();
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function withoutPassword(url: string): string {
  const parsed = url.startsWith('file:') ? null : URL.parse(url);
  return parsed
    ? `${parsed.protocol}//${parsed.host}${parsed.pathname}`
    : (url.split('@').at(-1) ?? '');
}
