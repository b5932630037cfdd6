import type { KakaoScope, KakaoUser } from '../../seed/seed.ts';
import { KakaoRefusal } from '../answers.ts';
import type { KakaoParts } from '../parts.ts';
import type { App } from '../people.ts';
import type { Session } from '../sessions.ts';

/** Whose token it is. */
export interface Caller {
  readonly app: App;
  readonly user: KakaoUser;
  readonly session: Session;
  /** What the user agreed to, by now. */
  readonly scopes: readonly KakaoScope[];
}

/** `Authorization: Bearer <access token>`. */
export function authenticate(headers: Headers, { people, state, clock }: KakaoParts): Caller {
  const given = /^Bearer\s+(\S+)\s*$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (given === undefined) throw new KakaoRefusal(-401, 'authentication required');
  const token = state.sessions.find('access', given);
  if (token === undefined) throw new KakaoRefusal(-401);
  if (clock.now() >= token.expiresAt) {
    throw new KakaoRefusal(-401, 'this access token is already expired');
  }
  const { clientId, userId } = token.session;
  const [app, user] = [people.app(clientId), people.user(userId)];
  const scopes = state.links.scopes(clientId, userId);
  // A snapshot of another seed may hold tokens of people that this one does not know.
  if (app === undefined || user === undefined || scopes === undefined) throw new KakaoRefusal(-101);
  return { app, user, session: token.session, scopes };
}

/** Refuses what the app has not switched on (-3) and what the user has not agreed to (-402). */
export function requireScope({ app, scopes }: Caller, scope: KakaoScope, api: string): void {
  if (!app.scopes.includes(scope)) {
    throw new KakaoRefusal(
      -3,
      `[${app.name}] App disabled [${scope}] scopes for [${api}] API on developers.kakao.com. Enable it first.`,
    );
  }
  if (scopes.includes(scope)) return;
  throw new KakaoRefusal(-402, undefined, {
    api_type: api,
    required_scopes: [scope],
    allowed_scopes: scopes,
  });
}
