import type { IncomingMessage } from 'node:http';
import type { Records, SecretKey } from '@jeonbo/store';
import { type Configuration, errors } from 'oidc-provider';
import { createAdapter } from './adapter.ts';
import { idTokenAlgorithm, readClientMetadata } from './client-metadata.ts';
import { oauthPaths } from './paths.ts';
import { policy } from './policy.ts';
import { scopes } from './scopes.ts';
import { signingKeys } from './signing-keys.ts';

/** Seconds. */
const lifetimes = {
  AccessToken: 3600,
  AuthorizationCode: 60,
  // Sliding: each refresh begins it anew, as long as the grant lives.
  RefreshToken: 30 * 24 * 3600,
  Grant: 365 * 24 * 3600,
  Interaction: 30 * 60,
  // Never kept: see adapter.ts.
  Session: 60,
} as const;

export interface ProviderParts {
  /** `https://example.com`, the same bytes wherever it stands. */
  readonly issuer: string;
  /** Addresses of what tokens are for; the first one where a client names none. */
  readonly resources: readonly [string, ...string[]];
  readonly records: Records;
  readonly key: SecretKey;
  /** For client-id metadata documents. */
  readonly fetch: typeof globalThis.fetch;
  /** Whether whoever asks may make this server read one. */
  readonly mayFetch: (request: IncomingMessage) => Promise<boolean>;
  /** Whether Kakao still knows the person. */
  readonly isLoggedIn: (account: string) => Promise<boolean>;
  readonly renderError: NonNullable<Configuration['renderError']>;
}

/** Code with PKCE and refresh tokens; everything else that the library could do is off. */
export function configurationOf(parts: ProviderParts): Configuration {
  const { issuer, resources, records, key } = parts;
  const isSecure = issuer.startsWith('https:');
  const prefix = isSecure ? '__Secure-' : '';
  const cookie = { httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
  return {
    adapter: createAdapter(records),
    jwks: signingKeys(key),
    routes: { ...oauthPaths, jwks: '/jwks' },
    scopes: ['offline_access', ...scopes],
    responseTypes: ['code'],
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post'],
    clientDefaults: { id_token_signed_response_alg: idTokenAlgorithm },
    extraClientMetadata: {
      properties: ['software_id'],
      validator: (_ctx, _key, _value, metadata) => readClientMetadata(metadata),
    },
    pkce: { required: () => true },
    allowOmittingSingleRegisteredRedirectUri: false,
    clockTolerance: 0,
    ttl: lifetimes,
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    expiresWithSession: async () => false,
    // Whichever token of a login is revoked, the login is over.
    revokeGrantPolicy: async () => true,
    // Kakao says who it is; nothing else is known here. Whom Kakao forgot gets no tokens of ours any more, so that the
    // client leads the person through a new log-in.
    findAccount: async (_ctx, sub, token) =>
      token === undefined || (await parts.isLoggedIn(sub))
        ? { accountId: sub, claims: async () => ({ sub }) }
        : undefined,
    interactions: { policy, url: (_ctx, { uid }) => `/interaction/${uid}` },
    cookies: {
      names: {
        session: `${prefix}jeonbo_session`,
        interaction: `${prefix}jeonbo_interaction`,
        resume: `${prefix}jeonbo_resume`,
      },
      long: cookie,
      short: cookie,
      keys: key.subkeys('oauth cookies').map(({ bytes }) => Buffer.from(bytes)),
    },
    fetch: parts.fetch,
    renderError: parts.renderError,
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      revocation: {
        enabled: true,
        // To tell a stranger that the token is there would be telling too much.
        allowedPolicy: async (_ctx, client, token) => token.clientId === client.clientId,
      },
      registration: {
        enabled: true,
        initialAccessToken: false,
        issueRegistrationAccessToken: false,
      },
      clientIdMetadataDocument: {
        enabled: true,
        ack: 'draft-02',
        cacheDuration: { min: 60, max: 3600 },
        allowFetch: (ctx) => (ctx ? parts.mayFetch(ctx.req) : true),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: async (_ctx, _client, oneOf) => oneOf ?? resources[0],
        useGrantedResource: async () => true,
        getResourceServerInfo: async (_ctx, resource) => {
          if (!resources.includes(resource)) throw new errors.InvalidTarget();
          return {
            audience: resource,
            scope: scopes.join(' '),
            accessTokenTTL: lifetimes.AccessToken,
            accessTokenFormat: 'opaque',
          };
        },
      },
    },
  };
}
