import type { Readable, Writable } from 'node:stream';
import { languageOf } from './language.ts';
import { createLog, jsonLines, type Log } from './log.ts';
import type { Environment, Language, LogEntry, MainOptions } from './types.ts';

/** What every command gets. */
export interface CommandContext {
  /** With what the command line set. */
  readonly environment: Environment;
  readonly language: Language;
  readonly log: Log;
  /** Where the log goes, for who makes one of its own. */
  readonly writeLog: (entry: LogEntry) => void;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly signal: AbortSignal | undefined;
}

export function commandContext(
  options: MainOptions,
  settings: Readonly<Record<string, string>> = {},
): CommandContext {
  const environment = { ...(options.environment ?? process.env), ...settings };
  const stderr = options.stderr ?? process.stderr;
  const writeLog = jsonLines(stderr, environment.LOG_LEVEL);
  return {
    environment,
    language: languageOf(environment),
    log: createLog(writeLog, environment),
    writeLog,
    stdin: options.stdin ?? process.stdin,
    stdout: options.stdout ?? process.stdout,
    stderr,
    signal: options.signal,
  };
}
