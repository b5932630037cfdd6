import { JeonboError } from '@jeonbo/core';
import type { RunCommand } from '../commands.ts';
import { exitCodes } from '../exit-codes.ts';
import { fillWords, type Words } from '../words.ts';

/** What a command cannot do, in words for the person who typed it. */
export class CommandError extends Error {
  readonly words: Words;

  constructor(words: Words, options?: ErrorOptions) {
    super(words.en, options);
    this.words = words;
  }
}

/** A command whose faults of files and databases are told in words; only those of this program are left to the log. */
export function inWords(run: RunCommand): RunCommand {
  return async (argv, context) => {
    try {
      return await run(argv, context);
    } catch (error) {
      const words = wordsOf(error);
      if (!words) throw error;
      context.stderr.write(`${words[context.language]}\n`);
      return exitCodes.failed;
    }
  };
}

/** Of a database, of which the engine itself speaks English only, so that is said below. */
const databases: Readonly<Record<string, Words>> = {
  NETWORK_ERROR: { en: '{message}', ko: '데이터베이스에 연결하지 못했습니다.\n{message}' },
  TIMEOUT: { en: '{message}', ko: '데이터베이스가 제때 응답하지 않았습니다.\n{message}' },
  RATE_LIMITED: { en: '{message}', ko: '데이터베이스에 남은 연결이 없습니다.\n{message}' },
  AUTHENTICATION_FAILED: {
    en: '{message}',
    ko: '데이터베이스가 로그인을 거부했습니다.\n{message}',
  },
  PERMISSION_DENIED: { en: '{message}', ko: '데이터베이스를 쓸 권한이 없습니다.\n{message}' },
  NOT_FOUND: { en: '{message}', ko: '데이터베이스를 열 수 없습니다.\n{message}' },
  NOT_SUPPORTED: { en: '{message}', ko: '이 데이터베이스로는 할 수 없습니다.\n{message}' },
  // Settings are read in the language of the command.
  VALIDATION_ERROR: { en: '{message}', ko: '{message}' },
};

const files: Readonly<Record<string, Words>> = {
  ENOENT: { en: '{path}: no such file or folder', ko: '{path}: 파일이나 폴더가 없습니다' },
  ENOTDIR: { en: '{path}: not a folder', ko: '{path}: 폴더가 아닙니다' },
  EISDIR: { en: '{path} is a folder, not a file', ko: '{path} 파일이 아니라 폴더입니다' },
  EACCES: { en: '{path}: permission denied', ko: '{path}: 권한이 없습니다' },
  EPERM: { en: '{path}: permission denied', ko: '{path}: 권한이 없습니다' },
  EROFS: { en: '{path}: read-only', ko: '{path}: 읽기 전용입니다' },
  ENOSPC: { en: '{path}: the disk is full', ko: '{path}: 디스크가 가득 찼습니다' },
};

function wordsOf(error: unknown): Words | undefined {
  if (error instanceof CommandError) return error.words;
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (JeonboError.is(error)) {
    const words = databases[code];
    return words && fillWords(words, { message: error.message });
  }
  const words = files[code];
  if (!words || !('path' in error)) return undefined;
  return fillWords(words, { path: String(error.path) });
}
