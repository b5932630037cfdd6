import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { isLoopbackUrl } from '../loopback.ts';
import type { Environment } from '../types.ts';
import { type KakaoTokens, tokensOf } from './kakao-tokens.ts';

/** What only the server knows of a login under way. */
export interface LoginSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Kakao as the one who says who somebody is. */
export interface KakaoLogin {
  begin(redirectUri: string, scopes: readonly string[]): Promise<LoginSecrets & { url: string }>;
  /** @param callback the whole address that Kakao led back to */
  complete(
    callback: URL,
    secrets: LoginSecrets,
  ): Promise<{ readonly sub: string; readonly tokens: KakaoTokens }>;
}

const requestTimeoutSeconds = 15;

export function createKakaoLogin(
  environment: Environment,
  fetch: typeof globalThis.fetch | undefined,
): KakaoLogin {
  const { KAKAO_CLIENT_ID, KAKAO_CLIENT_SECRET } = environment;
  const server = new URL(environment.KAKAO_AUTH_BASE_URL?.trim() || 'https://kauth.kakao.com');
  let discovered: Promise<Configuration> | undefined;

  /** Once, at the first login; again after it failed. */
  const discover = (): Promise<Configuration> => {
    const secret = KAKAO_CLIENT_SECRET?.trim();
    discovered ??= discovery(
      server,
      KAKAO_CLIENT_ID?.trim() ?? '',
      undefined,
      secret ? ClientSecretPost(secret) : None(),
      {
        timeout: requestTimeoutSeconds,
        // The signature of id_tokens is checked by Kakao's keys, not only the connection that they came by.
        execute: [
          enableNonRepudiationChecks,
          ...(isLoopbackUrl(server) ? [allowInsecureRequests] : []),
        ],
        ...(fetch && { [customFetch]: fetch as never }),
      },
    );
    discovered.catch(() => {
      discovered = undefined;
    });
    return discovered;
  };

  return {
    async begin(redirectUri, scopes) {
      const configuration = await discover();
      const verifier = randomPKCECodeVerifier();
      const secrets = { state: randomState(), nonce: randomNonce(), verifier };
      const url = buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: scopes.join(','),
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { ...secrets, url: url.href };
    },
    async complete(callback, { state, nonce, verifier }) {
      const answer = await authorizationCodeGrant(await discover(), callback, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const { sub } = answer.claims() ?? {};
      if (!sub) throw new Error('Kakao sent no id_token.');
      return { sub, tokens: tokensOf(answer) };
    },
  };
}
