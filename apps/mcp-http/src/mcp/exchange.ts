import type { AuthInfo } from '@modelcontextprotocol/server';
import type { Caller } from '../callers/caller.ts';

/** One HTTP request on its way through the SDK, which hands it along as the authentication of the request. */
export interface Exchange {
  readonly caller: Caller;
  /** What was posted, parsed. */
  readonly body: unknown;
  /** Resolves when its answer is out, or the connection is gone. */
  readonly ended: Promise<void>;
}

export function asAuthInfo(exchange: Exchange): AuthInfo {
  return { token: '', clientId: exchange.caller.id, scopes: [], extra: { exchange } };
}

/** Whoever serves has authenticated: a request without its exchange is a fault of ours. */
export function exchangeOf(authInfo: AuthInfo | undefined): Exchange {
  const exchange = authInfo?.extra?.exchange as Exchange | undefined;
  if (!exchange?.caller.id) throw new Error('A request without a caller reached the tools.');
  return exchange;
}
