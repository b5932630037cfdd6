import type { OAuthClientProvider } from '@modelcontextprotocol/client';
import { authorize, type LoggedIn, type LogInOptions, type Place, redirectUri } from './oauth.ts';

/** What an MCP host implements, with a person who agrees at once. */
export interface HostProvider extends OAuthClientProvider {
  /** Where the person's browser was led at last. */
  readonly callback: URL | undefined;
  /** The addresses that the person was sent to. */
  readonly asked: readonly URL[];
}

interface HostOptions extends LogInOptions {
  readonly clientMetadataUrl?: string;
  /** A client that was logged in before. */
  readonly before?: LoggedIn;
}

type Kept<Read extends 'clientInformation' | 'tokens'> = Awaited<
  ReturnType<OAuthClientProvider[Read]>
>;

export function createHostProvider(place: Place, options: HostOptions = {}): HostProvider {
  const { clientMetadataUrl, before, ...person } = options;
  const issuer = place.url;
  let client = (before && { ...before.client, issuer }) as Kept<'clientInformation'>;
  let tokens = (before && { ...before.tokens, issuer }) as Kept<'tokens'>;
  let discovery: Parameters<NonNullable<OAuthClientProvider['saveDiscoveryState']>>[0] | undefined;
  let verifier = '';
  let callback: URL | undefined;
  const asked: URL[] = [];
  return {
    redirectUrl: redirectUri,
    ...(clientMetadataUrl && { clientMetadataUrl }),
    clientMetadata: {
      client_name: 'Test Host',
      redirect_uris: [redirectUri],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
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
      asked.push(url);
      callback = await authorize(place, url.href, person);
    },
    get callback() {
      return callback;
    },
    asked,
  };
}
