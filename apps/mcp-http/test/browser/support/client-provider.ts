import type { OAuthClientProvider } from '@modelcontextprotocol/client';

/** What makes a client one, beside its transport. */
export interface ClientIdentity {
  readonly name: string;
  readonly redirectUri: string;
  /** Of its own document; without one it registers itself. */
  readonly metadataUrl?: string | undefined;
}

type Kept<Read extends 'clientInformation' | 'tokens'> = Awaited<
  ReturnType<OAuthClientProvider[Read]>
>;

/** What a client of either line keeps, in memory. @param open gives an address to the person's browser */
export function createClientProvider(
  { name, redirectUri, metadataUrl }: ClientIdentity,
  open: (address: string) => Promise<unknown>,
): OAuthClientProvider {
  let client: Kept<'clientInformation'>;
  let tokens: Kept<'tokens'>;
  let discovery: Parameters<NonNullable<OAuthClientProvider['saveDiscoveryState']>>[0] | undefined;
  let verifier = '';
  return {
    redirectUrl: redirectUri,
    ...(metadataUrl && { clientMetadataUrl: metadataUrl }),
    clientMetadata: metadataOf(name, redirectUri),
    clientInformation: () => client,
    saveClientInformation(information) {
      client = information;
    },
    tokens: () => tokens,
    saveTokens(saved) {
      tokens = saved;
    },
    codeVerifier: () => verifier,
    saveCodeVerifier(saved) {
      verifier = saved;
    },
    discoveryState: () => discovery,
    saveDiscoveryState(state) {
      discovery = state;
    },
    async redirectToAuthorization(url) {
      await open(url.href);
    },
  };
}

/** As a client describes itself, by a registration or by a document. */
export function metadataOf(name: string, redirectUri: string) {
  return {
    client_name: name,
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: 'none',
  };
}
