import type { Environment } from '../types.ts';
import { UsageError } from '../usage-error.ts';

const form = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

/** The login that the settings mean. */
export function accountOf({ KAKAO_ACCOUNT }: Environment): string {
  return KAKAO_ACCOUNT?.trim() || 'default';
}

/**
 * The login that a command means: by its option, else by the settings.
 *
 * @throws UsageError where it is no name
 */
export function accountName(environment: Environment, given?: string): string {
  const name = given ?? accountOf(environment);
  if (form.test(name)) return name;
  throw new UsageError('accountForm', { word: name });
}
