import { JeonboError } from '@jeonbo/core';
import { environment } from './environment.ts';
import { invalid, provider } from './provider.ts';
import type { KakaoOAuthOptions } from './types.ts';

/** Where each setting comes from. Read at first use, never at import: a key may be set late. */
export function readSettings(options: KakaoOAuthOptions) {
  return {
    /** The REST API key of the app. */
    clientId(): string {
      const id = options.clientId ?? environment('KAKAO_CLIENT_ID');
      if (id) return id;
      throw new JeonboError('MISSING_CREDENTIALS', 'Give clientId or set KAKAO_CLIENT_ID.', {
        provider,
        field: 'clientId',
      });
    },
    /** Kakao asks for it only where the console says that it is used. */
    clientSecret: () => options.clientSecret ?? environment('KAKAO_CLIENT_SECRET'),
    authBaseUrl: () =>
      readBaseUrl('authBaseUrl', options.authBaseUrl, 'KAKAO_AUTH_BASE_URL', 'kauth.kakao.com'),
    apiBaseUrl: () =>
      readBaseUrl('apiBaseUrl', options.apiBaseUrl, 'KAKAO_API_BASE_URL', 'kapi.kakao.com'),
  };
}

export type Settings = ReturnType<typeof readSettings>;

/** Without a slash at the end: the one of kauth is the issuer of its id_tokens too. */
function readBaseUrl(
  field: string,
  given: string | undefined,
  variable: string,
  host: string,
): string {
  const url = given ?? environment(variable) ?? `https://${host}`;
  if (/^https?:\/\/[^/]/.test(url) && URL.canParse(url)) return url.replace(/\/+$/, '');
  throw invalid(field, `${field} (${variable}) must be an http(s) URL.`);
}
