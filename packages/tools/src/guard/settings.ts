import { JeonboError } from '@jeonbo/core';
import { type AllowedRecipients, readAllowed } from './allowed-recipients.ts';
import { readDurationMs } from './duration.ts';
import { type RecipientBook, readBook } from './recipient-book.ts';

/** What an operator may set, read once at start. */
export interface GuardSettings {
  /** Nothing leaves; everything else happens. */
  readonly dryRun: boolean;
  /** Whom an agent can reach: anybody, the allowed numbers, or the people of the operator's book, by id. */
  readonly recipients: 'any' | 'allowed' | 'book';
  /** Held in every mode where given. */
  readonly allowed: AllowedRecipients | null;
  readonly book: RecipientBook | null;
  /** Recipients per caller in any 24 hours, over all providers, projects and accounts. */
  readonly sendLimit: number;
  /** How long a repeat is answered with the first receipt; 0: off. */
  readonly duplicateWindowMs: number;
  /** When a person has to agree: never, above 10 recipients, always. */
  readonly confirm: 'never' | 'bulk' | 'always';
}

/** `confirm: 'bulk'` asks for more recipients than this. */
export const bulkAbove = 10;

/** The limit counts within a rolling day. */
export const limitWindowMs = 24 * 60 * 60 * 1000;

export interface SettingProblem {
  readonly variable: string;
  /** What is wrong and what would be right, without the value itself. */
  readonly problem: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the guard settings and everything that is wrong with them; for `--check`. */
export function checkGuardSettings(
  env: Environment,
  readFile: (path: string) => string = noFiles,
): { readonly settings: GuardSettings; readonly problems: readonly SettingProblem[] } {
  const problems: SettingProblem[] = [];
  /** A setting that cannot be read is reported and taken at its default. */
  const read = <Value>(
    variable: string,
    fallback: Value,
    from: (value: string) => Value,
  ): Value => {
    const value = env[variable]?.trim();
    if (!value) return fallback;
    try {
      return from(value);
    } catch (error) {
      problems.push({ variable, problem: error instanceof Error ? error.message : String(error) });
      return fallback;
    }
  };

  const allowed = read('JEONBO_ALLOWED_RECIPIENTS', null, readAllowed);
  const book = read('JEONBO_RECIPIENT_BOOK', null, (path) => readBook(readFile(path)));
  const strictest = book ? 'book' : allowed ? 'allowed' : 'any';
  const recipients = read('JEONBO_RECIPIENTS', strictest, oneOf('any', 'allowed', 'book'));
  const contradiction = contradicts(recipients, allowed !== null, book !== null);
  if (contradiction) problems.push({ variable: 'JEONBO_RECIPIENTS', problem: contradiction });

  return {
    settings: {
      dryRun: read('JEONBO_DRY_RUN', false, readSwitch),
      recipients,
      allowed,
      book,
      sendLimit: read('JEONBO_SEND_LIMIT', 1000, readCount),
      duplicateWindowMs: read('JEONBO_DUPLICATE_WINDOW', 5 * 60_000, readDurationMs),
      confirm: read('JEONBO_CONFIRM', 'bulk', oneOf('never', 'bulk', 'always')),
    },
    problems,
  };
}

/**
 * Reads the guard settings. A rail that is set wrongly is no rail, so nothing starts then.
 *
 * @param readFile reads the file that `JEONBO_RECIPIENT_BOOK` names
 * @throws JeonboError `VALIDATION_ERROR`; `details.problems` names each variable
 */
export function readGuardSettings(
  env: Environment,
  readFile?: (path: string) => string,
): GuardSettings {
  const { settings, problems } = checkGuardSettings(env, readFile);
  if (problems.length === 0) return settings;
  const message = problems.map(({ variable, problem }) => `${variable}: ${problem}`).join(' ');
  throw new JeonboError('VALIDATION_ERROR', message, { details: { problems } });
}

function contradicts(mode: GuardSettings['recipients'], allowed: boolean, book: boolean) {
  if (mode === 'book' && !book) return 'book needs JEONBO_RECIPIENT_BOOK, the path of a JSON file.';
  if (mode === 'allowed' && !allowed) return 'allowed needs JEONBO_ALLOWED_RECIPIENTS.';
  if (mode === 'any' && (allowed || book))
    return 'any contradicts JEONBO_ALLOWED_RECIPIENTS or JEONBO_RECIPIENT_BOOK. Remove one of them.';
  return undefined;
}

function oneOf<Word extends string>(...words: readonly Word[]) {
  return (value: string): Word => {
    const found = words.find((word) => word === value.toLowerCase());
    if (found === undefined) throw new Error(`Must be ${words.join(', ')}.`);
    return found;
  };
}

function readSwitch(value: string): boolean {
  if (/^(1|true|yes|on)$/i.test(value)) return true;
  if (/^(0|false|no|off)$/i.test(value)) return false;
  throw new Error('Must be 1 or 0.');
}

function readCount(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new Error('Must be a whole number, 0 or more.');
  return Number(value);
}

function noFiles(): never {
  throw new Error('Files cannot be read here.');
}
