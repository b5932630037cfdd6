import { type ClientMetadata, errors } from 'oidc-provider';

const longestName = 100;
const mostRedirectUris = 20;
const longestUri = 2000;
/** Of the key that the library has; nothing is signed with it. */
export const idTokenAlgorithm = 'EdDSA';

/** Beside those that the library refuses: schemes that a browser or the system acts on by itself. */
const refusedSchemes =
  /^(?:ws|wss|ftp|file|filesystem|view-source|about|chrome|edge|mailto|tel|sms|intent|ms-[\w.-]*|search-ms|ldap|smb|ssh|telnet|jar|mhtml|res):$/;

/** What nothing here looks at: some of it would be fetched, some would make each request of the client a wrong one. */
const ignored = [
  'contacts',
  'default_acr_values',
  'default_max_age',
  'initiate_login_uri',
  'jwks',
  'jwks_uri',
  'logo_uri',
  'policy_uri',
  'require_auth_time',
  'scope',
  'sector_identifier_uri',
  'tos_uri',
] as const;

/**
 * Makes of what a client says about itself what is served here, for those that registered and for metadata documents:
 * native clients (loopback redirects with any port, private schemes) and web clients alike, codes only.
 *
 * @throws InvalidClientMetadata
 */
export function readClientMetadata(metadata: ClientMetadata): void {
  // Native clients may have https redirects as well, web clients no loopback ones: this takes both and no other http.
  metadata.application_type = 'native';
  const refreshes = [metadata.grant_types].flat().includes('refresh_token');
  metadata.grant_types = ['authorization_code', ...(refreshes ? ['refresh_token'] : [])];
  metadata.response_types = ['code'];
  metadata.response_modes = ['query'];
  metadata.subject_type = 'public';
  metadata.id_token_signed_response_alg = idTokenAlgorithm;
  // Scopes too: which ones a client gets is asked at each authorization, not once at the registration.
  for (const name of ignored) delete metadata[name];
  // A document is public, so nothing in it can be a secret.
  if (metadata.client_id?.startsWith('https://')) metadata.token_endpoint_auth_method = 'none';
  checkName(metadata.client_name);
  for (const uri of checkRedirectUris(metadata.redirect_uris)) checkRedirectUri(uri);
}

function checkName(name: unknown): void {
  if (name === undefined) return;
  if (typeof name !== 'string' || name.length > longestName)
    throw new errors.InvalidClientMetadata(
      `client_name must have ${longestName} characters at most`,
    );
}

function checkRedirectUris(uris: unknown): readonly string[] {
  if (!Array.isArray(uris) || uris.length === 0 || uris.length > mostRedirectUris)
    throw new errors.InvalidClientMetadata(
      `redirect_uris must be 1 to ${mostRedirectUris} addresses`,
    );
  return uris;
}

function checkRedirectUri(uri: unknown): void {
  const url = typeof uri === 'string' && uri.length <= longestUri ? URL.parse(uri) : null;
  if (!url) throw new errors.InvalidClientMetadata('redirect_uris must be valid addresses');
  if (refusedSchemes.test(url.protocol))
    throw new errors.InvalidClientMetadata(`redirect_uris must not use ${url.protocol}`);
  if (url.username || url.password)
    throw new errors.InvalidClientMetadata('redirect_uris must not hold a user name');
}
