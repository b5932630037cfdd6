import type { Writable } from 'node:stream';
import { createLog, jsonLines, type Log, languageOf, secretsIn } from '@jeonbo/server';
import type { Environment, Language, LogEntry, MainOptions } from './types.ts';

/** What every command gets. */
export interface Context {
  readonly environment: Environment;
  readonly language: Language;
  readonly log: Log;
  /** Where the log goes, for those that redact for themselves. */
  readonly writeLog: (entry: LogEntry) => void;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly signal: AbortSignal | undefined;
}

export function contextOf(options: MainOptions): Context {
  const environment = options.environment ?? process.env;
  const stderr = options.stderr ?? process.stderr;
  const writeLog = jsonLines(stderr, environment.LOG_LEVEL);
  return {
    environment,
    language: languageOf(environment),
    log: createLog(writeLog, secretsIn(environment)),
    writeLog,
    stdout: options.stdout ?? process.stdout,
    stderr,
    signal: options.signal,
  };
}
