import type { Browser } from './browser.ts';
import type { LoginSecrets } from './kakao-login.ts';
import type { OAuthParts } from './parts.ts';

export const loginKind = 'kakao login';

/** What a login at Kakao needs to end here; the state names it. */
export interface LoginRecord extends LoginSecrets {
  /** The interaction that it belongs to. */
  readonly interaction: string;
  /** The browser that began: it may end nowhere else. */
  readonly browser: string;
}

export const loginMs = 10 * 60_000;

/** Friends are asked for later, by who needs them. */
const askedScopes = ['openid', 'profile_nickname', 'talk_message'];

export const callbackPath = '/auth/callback';

/** @returns Kakao's address */
export async function startLogin(
  interaction: string,
  browser: Browser,
  { issuer, kakao, records }: OAuthParts,
): Promise<string> {
  const { url, ...secrets } = await kakao.begin(issuer + callbackPath, askedScopes);
  const record: LoginRecord = { ...secrets, interaction, browser: browser.id };
  await records.put(loginKind, secrets.state, record, { expiresAt: Date.now() + loginMs });
  return url;
}
