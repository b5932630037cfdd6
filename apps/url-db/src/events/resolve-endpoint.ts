import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './public-address.ts';

export interface Address {
  readonly address: string;
  readonly family: number;
}

type Lookup = (name: string) => Promise<readonly Address[]>;

export interface NetworkRules {
  /** Whether addresses of private networks and of this machine may be posted to. */
  readonly allowPrivate: boolean;
  /** Default: that of the system. */
  readonly look?: Lookup | undefined;
}

export type Resolved =
  | { readonly addresses: readonly Address[] }
  /** `private` where one of its addresses is: a name that has both kinds is there to get past this check. */
  | { readonly problem: 'malformed' | 'unknown_host' | 'private' };

/** The addresses that an endpoint may be connected at. Whoever connects does so to one of these and does not ask again. */
export async function resolveEndpoint(
  endpoint: string,
  { allowPrivate, look = systemLookup }: NetworkRules,
): Promise<Resolved> {
  const url = URL.parse(endpoint);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    return { problem: 'malformed' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  const addresses = family ? [{ address: host, family }] : await look(host).catch(() => []);
  if (addresses.length === 0) return { problem: 'unknown_host' };
  if (!allowPrivate && !addresses.every(({ address }) => isPublicAddress(address)))
    return { problem: 'private' };
  return { addresses };
}

const systemLookup: Lookup = (name) => lookup(name, { all: true });
