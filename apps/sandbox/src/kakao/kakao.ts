import type { Provider, ProviderHost } from '../gateway/provider.ts';
import type { Seed } from '../seed/seed.ts';
import { errorForStatus } from './answers.ts';
import { api } from './kapi/api.ts';
import { authorizeDirectly } from './kauth/authorize-directly.ts';
import { isAuthPath, kauth } from './kauth/kauth.ts';
import { createSigningKey } from './kauth/signing-key.ts';
import { oauthErrorForStatus } from './oauth-answers.ts';
import type { KakaoParts } from './parts.ts';
import { createPeople } from './people.ts';
import type { KakaoStateData } from './state.ts';
import { createKakaoState } from './state.ts';

const apiPath = /^\/(?:v[12]\/api\/talk|v1\/oidc|v[12]\/user)\//;

/** Kakao's two hosts on one origin: kauth (log-in) and kapi (messages, friends). Their paths do not collide. */
export function createKakao(
  seed: Seed,
  keep: number,
  { clock }: ProviderHost,
): Provider<KakaoStateData> {
  const people = createPeople(seed.kakao);
  const state = createKakaoState(people, keep, clock);
  const parts: KakaoParts = { clock, people, state, signingKey: createSigningKey() };

  return {
    name: 'kakao',
    matches: (path) => isAuthPath(path) || apiPath.test(path),
    handle(request, context) {
      const isAuth = isAuthPath(new URL(request.url).pathname);
      return isAuth ? kauth(request, parts) : api(request, context, parts);
    },
    error: (status, path) =>
      isAuthPath(path) ? oauthErrorForStatus(status) : errorForStatus(status),
    controls: { authorize: (request) => authorizeDirectly(request, parts) },
    reset: state.reset,
    save: state.save,
    load: state.load,
  };
}
