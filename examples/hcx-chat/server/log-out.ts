import { assertSecureTokenEndpoint, discoverOAuthServerInfo } from '@modelcontextprotocol/client';
import { objectOf } from '../model/gather.ts';
import type { ServerSettings } from '../settings.ts';
import { texts } from '../texts.ts';
import { loginName } from './connect.ts';
import { openLoginFile } from './login-file.ts';

/** Revokes the login at the server (RFC 7009) and forgets it here, whatever the server says. Gives words for it. */
export async function logOut(settings: ServerSettings): Promise<string> {
  const file = openLoginFile(settings.stateFile, loginName(settings));
  const { client, tokens } = file.read();
  if (!client || !tokens) return texts.notLoggedIn;
  const token = tokens.refresh_token ?? tokens.access_token;
  const isRevoked = await revoke(settings.url, client.client_id, token).catch(() => false);
  file.change({ tokens: undefined });
  return isRevoked ? texts.loggedOut : texts.loggedOutHere;
}

async function revoke(url: URL, clientId: string, token: string): Promise<boolean> {
  const { authorizationServerMetadata } = await discoverOAuthServerInfo(url);
  const { revocation_endpoint: endpoint } = objectOf(authorizationServerMetadata);
  if (typeof endpoint !== 'string') return false;
  const { ok } = await fetch(assertSecureTokenEndpoint(endpoint), {
    method: 'POST',
    body: new URLSearchParams({ token, client_id: clientId }),
    redirect: 'error',
  });
  return ok;
}
