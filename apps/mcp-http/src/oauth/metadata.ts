import { oauthPaths } from './paths.ts';
import { scopes } from './scopes.ts';

/** RFC 8414. Written by hand: the library's own speaks of id_tokens and claims too, which are not served here. */
export function serverMetadata(issuer: string) {
  const methods = ['none', 'client_secret_basic', 'client_secret_post'];
  return {
    issuer,
    authorization_endpoint: issuer + oauthPaths.authorization,
    token_endpoint: issuer + oauthPaths.token,
    registration_endpoint: issuer + oauthPaths.registration,
    revocation_endpoint: issuer + oauthPaths.revocation,
    scopes_supported: scopes,
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: methods,
    revocation_endpoint_auth_methods_supported: methods,
    authorization_response_iss_parameter_supported: true,
    client_id_metadata_document_supported: true,
    ui_locales_supported: ['ko', 'en'],
  };
}

/** RFC 9728: what one address of ours takes, and who gives it out. */
export function resourceMetadata(issuer: string, resource: string) {
  return {
    resource,
    authorization_servers: [issuer],
    scopes_supported: scopes,
    bearer_methods_supported: ['header'],
    resource_name: 'Jeonbo KakaoTalk',
  };
}

/** Where a client finds the metadata of a resource. */
export function resourceMetadataUrl(resource: string): string {
  const { origin, pathname } = new URL(resource);
  return `${origin}/.well-known/oauth-protected-resource${pathname}`;
}
