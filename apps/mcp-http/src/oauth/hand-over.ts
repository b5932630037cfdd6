import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { grantableScopes } from './scopes.ts';

/**
 * Hands a request to the library, which makes addresses of what the request says. Behind a proxy that is not what the
 * world sees, and anybody can say anything: so it is told the issuer's own origin, always.
 */
export function createHandOver(provider: Provider) {
  const { host, protocol } = new URL(provider.issuer);
  const answer = provider.callback();
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { headers } = request;
    headers.host = host;
    headers['x-forwarded-proto'] = protocol.slice(0, -1);
    delete headers['x-forwarded-host'];
    delete headers.forwarded;
    request.url = withKnownScopes(request.url ?? '/');
    await answer(request, response);
  };
}

/** The library would refuse nothing of `scope`, and take `openid` for a wish to be told who the person is. */
function withKnownScopes(address: string): string {
  const [path = '', query = ''] = splitOnce(address, '?');
  if (path !== '/authorize') return address;
  const parameters = new URLSearchParams(query);
  // Given twice: the library refuses that.
  if (parameters.getAll('scope').length > 1) return address;
  const asked = parameters.get('scope');
  const offline = asked?.split(' ').includes('offline_access') ? ['offline_access'] : [];
  parameters.set('scope', [...grantableScopes(asked), ...offline].join(' '));
  return `${path}?${parameters}`;
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
