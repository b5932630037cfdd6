import type { ErrorCode } from './codes.ts';
import { JeonboError } from './error.ts';
import type { WarningCode } from './warnings.ts';

/** One thing found in a message before it is sent. As an error it stops the send, as a warning it does not. */
export interface Issue {
  readonly code: ErrorCode | WarningCode;
  /** The input it is about: `text`, `subject`, `from`, `to[3].phoneNumber`, `media[0]`. */
  readonly field: string;
  /** What is wrong and what would be right, in English, without the text itself or a whole number. */
  readonly message: string;
  /** Where in the text, in UTF-16 units from 0. */
  readonly position?: number;
  /** What would be right there. */
  readonly suggestion?: string;
  /** The figures behind it: `{ bytes: 94, limit: 90 }`. */
  readonly details?: Readonly<Record<string, string | number>>;
}

/** What a text weighs. */
export interface TextMeasure {
  /** What a Korean carrier would send it as; `null` where the provider does not distinguish. */
  readonly kind: 'SMS' | 'LMS' | 'MMS' | null;
  /** EUC-KR (CP949) bytes; a character that cannot be encoded counts 2. */
  readonly bytes: number;
  /** Characters as people count them (code points). */
  readonly characters: number;
  /** Parts of an international SMS. */
  readonly segments: number;
  readonly encoding: 'GSM-7' | 'UCS-2';
}

/** What `check()` answers: nothing is sent, no network is used. */
export interface CheckResult extends TextMeasure {
  readonly ok: boolean;
  readonly errors: readonly Issue[];
  readonly warnings: readonly Issue[];
}

/** The error that a list of errors amounts to: the first one's code, all of them in `details.issues`. */
export function issuesError(errors: readonly Issue[], provider?: string): JeonboError {
  const [first] = errors;
  // A check sorts its issues, so that what stands here is no warning.
  return new JeonboError((first?.code ?? 'VALIDATION_ERROR') as ErrorCode, first?.message ?? '', {
    provider,
    field: first?.field,
    details: { issues: errors },
  });
}

/** Each issue once: texts that differ in a value only have the same faults. */
export function distinctIssues(issues: readonly Issue[]): Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}
