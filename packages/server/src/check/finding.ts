import type { Language } from '@jeonbo/core';
import type { Environment } from '../types.ts';

/** What was found about one setting. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  /** As far as it may be shown. */
  readonly value: string;
  /** What is wrong. */
  readonly problem?: string;
  /** Why that matters. */
  readonly why?: string;
  /** What to type next. */
  readonly next?: string;
}

export interface CheckInput {
  readonly environment: Environment;
  readonly language: Language;
  readonly signal: AbortSignal | undefined;
}

/** What a rule says: nothing but a value where all is right. */
export type Verdict = Omit<Finding, 'name' | 'ok'>;

export type Rule = (input: CheckInput) => Verdict | Promise<Verdict>;
