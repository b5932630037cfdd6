import type { OAuthClientProvider } from '@modelcontextprotocol/client';
import { authorize, type LogInOptions, type Place, redirectUri } from './oauth.ts';

/** What an MCP host implements, with a person who agrees at once. */
export interface HostProvider extends OAuthClientProvider {
  /** Where the person's browser was led at last. */
  readonly callback: URL | undefined;
  /** The addresses that the person was sent to. */
  readonly asked: readonly URL[];
}

type Saved = Awaited<ReturnType<OAuthClientProvider['tokens']>>;

export function createHostProvider(
  place: Place,
  options: LogInOptions & { readonly clientMetadataUrl?: string; readonly scope?: string } = {},
): HostProvider {
  const { clientMetadataUrl, scope, ...person } = options;
  let client: Awaited<ReturnType<OAuthClientProvider['clientInformation']>>;
  let tokens: Saved;
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
      ...(scope && { scope }),
    },
    clientInformation: () => client,
    saveClientInformation: (information) => void (client = information),
    tokens: () => tokens,
    saveTokens: (saved) => void (tokens = saved),
    saveCodeVerifier: (saved) => void (verifier = saved),
    codeVerifier: () => verifier,
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
