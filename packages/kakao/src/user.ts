import { type CallOptions, JeonboError } from '@jeonbo/core';
import { readScopes, readUser } from './answers.ts';
import { isRefreshRefused } from './oauth-errors.ts';
import type { Transport } from './transport.ts';
import type { KakaoScope, KakaoUser } from './types.ts';

/** `GET /v1/oidc/userinfo` */
export function userInfo(transport: Transport, call?: CallOptions): Promise<KakaoUser> {
  const path = '/v1/oidc/userinfo';
  return transport.request({ method: 'GET', path, safety: 'read' }, readUser, call);
}

/** `GET /v2/user/scopes`: what the person agreed to, and what else the app could ask for. */
export function grantedScopes(
  transport: Transport,
  call?: CallOptions,
): Promise<readonly KakaoScope[]> {
  const path = '/v2/user/scopes';
  return transport.request({ method: 'GET', path, safety: 'read' }, readScopes, call);
}

/** `POST /v1/user/logout` */
export async function logOut(transport: Transport, call?: CallOptions): Promise<void> {
  try {
    await endLogin(transport, '/v1/user/logout', call);
  } catch (error) {
    if (!JeonboError.is(error) || !isLoginOver(error)) throw error;
  }
  await transport.session.forget();
}

/** `POST /v1/user/unlink` */
export async function unlink(transport: Transport, call?: CallOptions): Promise<void> {
  await endLogin(transport, '/v1/user/unlink', call);
  await transport.session.forget();
}

async function endLogin(transport: Transport, path: string, call?: CallOptions): Promise<void> {
  await transport.request({ method: 'POST', path, safety: 'write' }, () => true, call);
}

/** What a logout is for has come about already. A wrong client secret fails the renewal too, and ends nothing. */
function isLoginOver(error: JeonboError): boolean {
  const isOfKapi = error.providerCode?.startsWith('-') ?? false;
  return isRefreshRefused(error) || (isOfKapi && error.code === 'AUTHENTICATION_FAILED');
}
