import type { OAuthClientProvider, OAuthDiscoveryState } from '@modelcontextprotocol/client';
import { texts } from '../texts.ts';
import { ToldError } from '../told-error.ts';
import type { LoginFile } from './login-file.ts';
import type { LoginListener } from './login-listener.ts';

export interface OAuthParts {
  readonly file: LoginFile;
  readonly listener: LoginListener;
  readonly clientMetadataUrl: string | undefined;
  /** Hands the address to the person. Nothing is opened by program. */
  readonly show: (url: string) => void;
}

/**
 * This program as an OAuth client: public, with PKCE, known by its metadata document or registered when it first comes.
 * What belongs to one log-in stays in memory, what belongs to the next start goes to the file.
 */
export function createOAuthProvider(parts: OAuthParts): OAuthClientProvider {
  const { file, listener, clientMetadataUrl, show } = parts;
  let verifier: string | undefined;
  let discovery: OAuthDiscoveryState | undefined;

  return {
    ...(clientMetadataUrl && { clientMetadataUrl }),
    redirectUrl: listener.redirectUrl,
    clientMetadata: {
      client_name: 'Jeonbo HCX Chat',
      redirect_uris: [listener.redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
    },
    clientInformation: () => file.read().client,
    saveClientInformation: (client) => file.change({ client, port: listener.port }),
    tokens: () => file.read().tokens,
    saveTokens: (tokens) => file.change({ tokens }),
    state: () => listener.begin(),
    redirectToAuthorization: (url) => show(url.href),
    saveCodeVerifier(given) {
      verifier = given;
    },
    codeVerifier() {
      if (!verifier) throw new ToldError(texts.pageForeign);
      return verifier;
    },
    discoveryState: () => discovery,
    saveDiscoveryState(state) {
      discovery = state;
    },
    invalidateCredentials(scope) {
      if (scope === 'all' || scope === 'client') file.change({ client: undefined });
      if (scope === 'all' || scope === 'tokens') file.change({ tokens: undefined });
      if (scope === 'all' || scope === 'verifier') verifier = undefined;
      if (scope === 'all' || scope === 'discovery') discovery = undefined;
    },
  };
}
