import type { Writable } from 'node:stream';
import type { Language } from '@jeonbo/core';
import { languageOf } from './language.ts';
import { createLog, jsonLines, type Log } from './log.ts';
import { secretsIn } from './redact.ts';
import type { Environment, LogEntry } from './types.ts';

/** What every command of an app gets. */
export interface CommandContext {
  readonly environment: Environment;
  readonly language: Language;
  readonly log: Log;
  /** Where the log goes, for those that redact for themselves. */
  readonly writeLog: (entry: LogEntry) => void;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly signal: AbortSignal | undefined;
}

/** What a program that embeds a command may bring; the rest is that of the process. */
export interface CommandOptions {
  readonly environment?: Environment;
  readonly stdout?: Writable;
  readonly stderr?: Writable;
  readonly signal?: AbortSignal;
}

export function commandContext(options: CommandOptions): CommandContext {
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
