import { JeonboError } from '@jeonbo/core';
import type { NamedRecipient } from '../guard/recipients.ts';
import type { KakaoContext } from './context.ts';

/** Friends by uuid; with a book people by id. */
export function friendsOf(names: readonly string[], { guard }: KakaoContext): NamedRecipient[] {
  return guard.recipients === 'book'
    ? names.map((bookId) => ({ bookId }))
    : names.map((kakaoUuid) => ({ kakaoUuid }));
}

/** One of two parameters, exactly. */
export function oneOrSeveral(
  one: string | undefined,
  several: readonly string[] | undefined,
  [nameOfOne, nameOfSeveral]: readonly [string, string],
): readonly string[] {
  if ((one === undefined) !== (several === undefined)) return several ?? [one as string];
  const message = `Give either ${nameOfOne} or ${nameOfSeveral}.`;
  throw new JeonboError('VALIDATION_ERROR', message, { provider: 'kakao', field: nameOfOne });
}
