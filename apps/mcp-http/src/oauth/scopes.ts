/** What a client may be allowed to do for a person. */
export const scopes = ['kakao:message', 'kakao:friends'] as const;

export type Scope = (typeof scopes)[number];

function isScope(name: string): name is Scope {
  return scopes.some((scope) => scope === name);
}

/** What each tool demands; check_message reads nothing of anybody. */
const demanded: Readonly<Record<string, Scope>> = {
  send_message_to_me: 'kakao:message',
  send_message: 'kakao:message',
  send_kakao_template: 'kakao:message',
  search_kakao_friends: 'kakao:friends',
};

/** The scopes that what was posted needs. */
export function demandedScopes(body: unknown): readonly Scope[] {
  const found = [body].flat().flatMap((message) => {
    const { method, params } = (message ?? {}) as { method?: unknown; params?: { name?: unknown } };
    const name = method === 'tools/call' ? params?.name : undefined;
    const scope = typeof name === 'string' && Object.hasOwn(demanded, name) && demanded[name];
    return scope ? [scope] : [];
  });
  return [...new Set(found)];
}

/**
 * The scopes of an authorization request that exist here, all of them where none was named: a client that asks for others
 * (`openid`, `profile`) gets none of those, and is told so with the token.
 */
export function grantableScopes(asked: string | null | undefined): readonly Scope[] {
  const known = (asked ?? '').split(' ').filter(isScope);
  return known.length > 0 ? [...new Set(known)] : scopes;
}
