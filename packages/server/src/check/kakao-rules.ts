import { readOrigin } from '../kakao/origin.ts';
import { whereToGet } from '../kakao/where-to-get.ts';
import type { CheckInput, Verdict } from './finding.ts';
import { kakaoTexts } from './kakao-texts.ts';
import { checkTexts } from './texts.ts';

/** Shown, since it is no secret: it stands in every address of a login. */
export function clientId({ environment, language }: CheckInput): Verdict {
  const texts = kakaoTexts[language];
  const given = environment.KAKAO_CLIENT_ID?.trim();
  const next = whereToGet[language].KAKAO_CLIENT_ID;
  if (!given) {
    const value = checkTexts[language].notSet;
    return { value, problem: texts.missing('KAKAO_CLIENT_ID'), why: texts.refused, next };
  }
  if (isKey(given)) return { value: given };
  // Somebody may have put a secret into the wrong place.
  const value = checkTexts[language].isSet(String(given.length));
  const why = checkTexts[language].keySpacesWhy;
  return { value, problem: texts.spaces('KAKAO_CLIENT_ID'), why, next };
}

export function clientSecret({ environment, language }: CheckInput): Verdict {
  const texts = kakaoTexts[language];
  const given = environment.KAKAO_CLIENT_SECRET?.trim();
  if (!given) return { value: texts.noSecret };
  const value = checkTexts[language].isSet(String(given.length));
  if (isKey(given)) return { value };
  const next = whereToGet[language].KAKAO_CLIENT_SECRET;
  const why = checkTexts[language].keySpacesWhy;
  return { value, problem: texts.spaces('KAKAO_CLIENT_SECRET'), why, next };
}

export function publicOrigin({ environment, language }: CheckInput): Verdict {
  const texts = kakaoTexts[language];
  const given = environment.BASE_URL?.trim();
  if (!given) return { value: texts.noOrigin };
  if (readOrigin(given) !== undefined) return { value: given };
  const next = checkTexts[language].setTo('BASE_URL', originIn(given) ?? 'https://example.com');
  // Without what may be a password in it.
  return { value: originIn(given) ?? '?', problem: texts.originForm, why: texts.originWhy, next };
}

export function account({ environment, language }: CheckInput): Verdict {
  const texts = kakaoTexts[language];
  const given = environment.KAKAO_ACCOUNT?.trim();
  if (!given) return { value: checkTexts[language].byDefault('default') };
  if (/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(given)) return { value: given };
  const next = checkTexts[language].setTo('KAKAO_ACCOUNT', 'work');
  return { value: given, problem: texts.accountForm, why: texts.accountWhy, next };
}

/** What would be right instead, where there is enough to tell. */
function originIn(given: string): string | undefined {
  const url = URL.parse(given);
  return url ? readOrigin(url.origin) : undefined;
}

function isKey(given: string): boolean {
  return /^[\x21-\x7e]+$/.test(given);
}
