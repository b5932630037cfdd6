import { createHttpClient, unreadable } from '@jeonbo/core/http';
import { readTokens } from './answers.ts';
import { readOAuthProblem } from './oauth-errors.ts';
import { invalid, provider } from './provider.ts';
import type { Settings } from './settings.ts';
import type { KakaoTokens } from './token-store.ts';
import type { KakaoOAuthOptions } from './types.ts';

/**
 * `POST /oauth/token`, with the secret in the form as Kakao wants it. Leaves once: a code works once, and a refresh may
 * replace its own token.
 */
export async function requestTokens(
  settings: Settings,
  options: KakaoOAuthOptions,
  grant: Readonly<Record<string, string>>,
  previous?: KakaoTokens,
): Promise<{ readonly tokens: KakaoTokens; readonly json: unknown }> {
  const secret = settings.clientSecret();
  const form = new URLSearchParams({
    ...grant,
    client_id: settings.clientId(),
    // Empty means that there is none.
    ...(secret && { client_secret: secret }),
  });
  const http = createHttpClient({
    ...options,
    provider,
    baseUrl: settings.authBaseUrl(),
    headers: () => ({}),
    readProblem: (answer) => readOAuthProblem(answer, form),
  });
  const askedAt = Date.now();
  const answer = await http({ method: 'POST', path: '/oauth/token', safety: 'write', form });
  const tokens = readTokens(answer.json, askedAt, previous);
  if (!tokens) throw unreadable(provider, 'write', answer);
  return { tokens, json: answer.json };
}

/** New tokens for old ones. The old refresh token stays where none comes back. */
export async function refreshTokens(
  settings: Settings,
  options: KakaoOAuthOptions,
  previous: KakaoTokens,
): Promise<KakaoTokens> {
  if (previous.refreshToken === null)
    throw invalid('tokens.refreshToken', 'There is no refresh token: the person has to log in.');
  const grant = { grant_type: 'refresh_token', refresh_token: previous.refreshToken };
  return (await requestTokens(settings, options, grant, previous)).tokens;
}
