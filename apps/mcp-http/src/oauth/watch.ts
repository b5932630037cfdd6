import { keepLogin } from './adapter.ts';
import type { OAuthParts } from './parts.ts';

/** Tells the log and the metrics what the library does, and keeps clients that are in use. No token is in any of it. */
export function watch({ provider, records, metrics, log }: OAuthParts): void {
  provider.on('server_error', (_ctx, error) => log.error('oauth failed', { error }));
  provider.onerror = (error) => log.error('oauth failed', { error });
  provider.on('registration_create.error', (_ctx, { error }) =>
    log.info('registration refused', { why: error }),
  );
  provider.on('authorization.error', (_ctx, { error }) =>
    log.info('authorization refused', { why: error }),
  );
  provider.on('grant.success', ({ oidc: { params, client, entities } }) => {
    metrics.token(String(params?.grant_type), 'issued');
    if (!client) return;
    const login = { clientId: client.clientId, grantId: entities.Grant?.jti };
    keepLogin(records, login).catch((error: unknown) => log.warn('login not kept', { error }));
  });
  provider.on('grant.error', ({ oidc: { params } }, { error, error_detail: why }) => {
    const type = params?.grant_type;
    // Anybody may send any word as its type.
    const isKnown = type === 'authorization_code' || type === 'refresh_token';
    metrics.token(isKnown ? type : '', error);
    log.info('token refused', { error, why });
  });
}
