import { AuthorizationResponseError, ResponseBodyError } from 'openid-client';

/** What the operator can do about what Kakao says; https://developers.kakao.com/docs/latest/ko/kakaologin/trouble-shooting */
const advice: Readonly<Record<string, string>> = {
  KOE004: 'Switch Kakao Login on in the console of the app.',
  KOE006:
    'Register {BASE_URL}/auth/callback and {BASE_URL}/friends/callback in the console, letter for letter.',
  KOE010: 'KAKAO_CLIENT_SECRET is not the one in the console, or is missing.',
  KOE101: 'KAKAO_CLIENT_ID is not the REST API key of the app.',
  KOE205: 'A consent item (profile_nickname, talk_message, friends) is not set up in the console.',
  KOE237: 'Kakao allows no more requests for tokens now; it passes.',
  KOE303: 'BASE_URL differs between the instances, or from what is registered in the console.',
  KOE320: 'The code was used before or is expired; the person has to begin again.',
};

export interface KakaoProblem {
  /** The person said no. */
  readonly declined: boolean;
  /** Kakao's, for whoever helps. */
  readonly code: string | undefined;
  readonly forLog: { readonly code?: string; readonly next?: string };
  readonly forClient: { readonly error: string; readonly error_description: string };
}

/** What went wrong on Kakao's side of a login, in words for each who hears of it. */
export function kakaoProblem(error: unknown): KakaoProblem {
  const name = nameOf(error);
  if (name === 'access_denied' || name === 'consent_required')
    return {
      declined: true,
      code: undefined,
      forLog: {},
      forClient: {
        error: 'access_denied',
        error_description: 'the person did not agree at Kakao',
      },
    };
  const code = codeOf(error) ?? name;
  const next = code && advice[code];
  return {
    declined: false,
    code,
    forLog: { ...(code && { code }), ...(next && { next }) },
    forClient: {
      error: name ? 'server_error' : 'temporarily_unavailable',
      error_description: `Kakao did not log the person in${code ? ` (${code})` : ''}`,
    },
  };
}

function nameOf(error: unknown): string | undefined {
  const isTold = error instanceof AuthorizationResponseError || error instanceof ResponseBodyError;
  return isTold ? plain(error.error) : undefined;
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof ResponseBodyError) return plain(error.cause.error_code);
  return undefined;
}

/** What Kakao names is data: short and without anything that could be more than a name. */
function plain(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.-]{1,40}$/.test(value) ? value : undefined;
}
