import type { Readable, Writable } from 'node:stream';
import { createLog, jsonLines, type Log, languageOf, secretsIn } from '@jeonbo/server';
import type { Environment, Language, LogEntry, MainOptions } from './types.ts';

/** What every command gets. */
export interface Context {
  readonly environment: Environment;
  readonly language: Language;
  readonly log: Log;
  /** Where the log goes, for those that redact for themselves. */
  readonly writeLog: (entry: LogEntry) => void;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly interactive: boolean;
  readonly signal: AbortSignal | undefined;
}

export function contextOf(options: MainOptions): Context {
  const environment = options.environment ?? process.env;
  // Looked at only where it was not given: the first look at process.stdin opens it.
  const stdin = options.stdin ?? process.stdin;
  const stderr = options.stderr ?? process.stderr;
  const writeLog = jsonLines(stderr, environment.LOG_LEVEL);
  return {
    environment,
    language: languageOf(environment),
    log: createLog(writeLog, secretsIn(environment)),
    writeLog,
    stdin,
    stdout: options.stdout ?? process.stdout,
    stderr,
    interactive: options.interactive ?? (isTerminal(stdin) && isTerminal(stderr)),
    signal: options.signal,
  };
}

function isTerminal(stream: Readable | Writable): boolean {
  return 'isTTY' in stream && stream.isTTY === true;
}
