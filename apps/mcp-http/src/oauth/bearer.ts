import { hash } from 'node:crypto';
import type { Access } from '../callers/access.ts';
import type { Caller } from '../callers/caller.ts';
import { authorizationOf } from '../callers/headers.ts';
import { Refusal } from '../http/refusal.ts';
import type { Environment } from '../types.ts';
import { isUsable } from './kakao-tokens.ts';
import { resourceMetadataUrl } from './metadata.ts';
import type { OAuthParts } from './parts.ts';
import { demandedScopes, scopes } from './scopes.ts';

/** A person's client, by an access token of ours. */
export interface PersonCaller extends Caller {
  /** Kakao's id of the person. */
  readonly account: string;
  readonly scopes: readonly string[];
}

/** Who calls one address of the kakao server, by the tokens that were given out for it. */
export function createBearer(
  { issuer, provider, vault }: OAuthParts,
  environment: Environment,
): Access {
  return {
    async authenticate(request, path): Promise<PersonCaller> {
      const resource = issuer + path;
      const given = authorizationOf(request.headers, 'Bearer');
      if (given === undefined) throw unauthorized(resource, 'noCaller');
      const token = await provider.AccessToken.find(given);
      if (!token?.accountId || !token.isValid || token.aud !== resource)
        throw unauthorized(resource, 'wrongToken');
      if (!isUsable(await vault.get(token.accountId))) throw unauthorized(resource, 'wrongToken');
      const id = `kakao:${token.accountId}`;
      return {
        id,
        account: token.accountId,
        scopes: [...token.scopes],
        environment,
        sameAs: JSON.stringify([id, hash('sha256', given, 'base64')]),
        secrets: [given],
      };
    },
    permit(caller: Caller, body, path) {
      const { scopes: granted } = caller as PersonCaller;
      const missing = demandedScopes(body).filter((scope) => !granted.includes(scope));
      if (missing.length === 0) return;
      const wanted = [...granted, ...missing].join(' ');
      throw new Refusal(403, 'scopeMissing', {
        values: { scope: missing.join(' ') },
        headers: challenge(issuer + path, { error: 'insufficient_scope', scope: wanted }),
      });
    },
  };
}

function unauthorized(resource: string, text: 'noCaller' | 'wrongToken'): Refusal {
  const error = text === 'wrongToken' ? { error: 'invalid_token' } : {};
  const headers = challenge(resource, { ...error, scope: scopes.join(' ') });
  return new Refusal(401, text, { values: { ways: 'OAuth 2.1' }, headers });
}

function challenge(resource: string, parameters: Readonly<Record<string, string>>) {
  const all = { ...parameters, resource_metadata: resourceMetadataUrl(resource) };
  const list = Object.entries(all).map(([name, value]) => `${name}="${value}"`);
  return { 'www-authenticate': `Bearer ${list.join(', ')}` };
}
