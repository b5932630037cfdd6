import type { Language } from '@jeonbo/core';
import type { Environment } from '../types.ts';

type Needed = 'KAKAO_CLIENT_ID' | 'KAKAO_CLIENT_SECRET' | 'BASE_URL';

/** Where to get what is needed: said by `--check`, by the log at start, and by the call that fails for it. */
export const whereToGet: Record<Language, Record<Needed, string>> = {
  en: {
    KAKAO_CLIENT_ID:
      'The REST API key of your app, at developers.kakao.com > App > Platform keys. Then: export KAKAO_CLIENT_ID=…',
    KAKAO_CLIENT_SECRET:
      'It stands at the REST API key, at developers.kakao.com > App > Platform keys, where it is switched on. Then: export KAKAO_CLIENT_SECRET=…',
    BASE_URL:
      'The origin by which people reach this server; Kakao must know its redirect URIs, and its domain for links. Then: export BASE_URL=https://…',
  },
  ko: {
    KAKAO_CLIENT_ID:
      'developers.kakao.com > 앱 > 플랫폼 키에 있는 앱의 REST API 키입니다. 그다음: export KAKAO_CLIENT_ID=…',
    KAKAO_CLIENT_SECRET:
      'developers.kakao.com > 앱 > 플랫폼 키의 REST API 키에서 클라이언트 시크릿을 켜면 나옵니다. 그다음: export KAKAO_CLIENT_SECRET=…',
    BASE_URL:
      '사람들이 이 서버에 접속하는 주소(origin)입니다. 카카오에 리다이렉트 URI와 링크용 도메인을 등록해야 합니다. 그다음: export BASE_URL=https://…',
  },
};

/** What every server of `kakao` needs. The secret is needed only where Kakao's console says so. */
export function missingSettings(environment: Environment, language: Language) {
  const missing: Needed[] = [];
  if (!environment.KAKAO_CLIENT_ID?.trim()) missing.push('KAKAO_CLIENT_ID');
  return missing.map((setting) => ({ setting, next: whereToGet[language][setting] }));
}
