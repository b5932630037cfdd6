import { once } from 'node:events';
import type { OpenStore } from '@jeonbo/server';
import { exportAudit, verifyAudit } from '@jeonbo/store';
import type { Context } from '../context.ts';
import { exitCodes } from '../exit-codes.ts';
import { openStore } from '../open-store.ts';
import type { Language } from '../types.ts';

const texts: Record<Language, { intact: string; broken: string }> = {
  en: {
    intact: 'The audit log is whole: {lines} lines.',
    broken:
      'The audit log was changed: line {brokenAt} is not as it was written. {lines} lines before it are good.',
  },
  ko: {
    intact: '감사 로그가 온전합니다. {lines}줄을 확인했습니다.',
    broken:
      '감사 로그가 변경되었습니다. {brokenAt}번째 줄이 기록된 그대로가 아닙니다. 그 앞의 {lines}줄은 정상입니다.',
  },
};

/** `audit verify` and `audit export`: JSON lines on stdout, words on stderr. */
export async function audit(action: 'verify' | 'export', context: Context): Promise<number> {
  const store = await openStore(context.environment);
  try {
    return await (action === 'verify' ? verify(store, context) : writeLines(store, context));
  } finally {
    await store.database.close();
  }
}

async function verify(
  { database, key }: OpenStore,
  { stdout, stderr, language }: Context,
): Promise<number> {
  const found = await verifyAudit(database, key);
  stdout.write(`${JSON.stringify(found)}\n`);
  const sentence = texts[language][found.ok ? 'intact' : 'broken'];
  const values = { lines: found.lines, brokenAt: found.brokenAt };
  const words = sentence.replace(/\{(lines|brokenAt)\}/g, (_, name: keyof typeof values) =>
    String(values[name]),
  );
  stderr.write(`${words}\n`);
  return found.ok ? exitCodes.ok : exitCodes.failed;
}

async function writeLines({ database }: OpenStore, { stdout, signal }: Context): Promise<number> {
  for await (const line of exportAudit(database)) {
    if (signal?.aborted || stdout.errored || stdout.destroyed) break;
    // A log may be larger than memory: the reader sets the pace.
    if (!stdout.write(`${JSON.stringify(line)}\n`)) await once(stdout, 'drain').catch(() => {});
  }
  return exitCodes.ok;
}
