import { BlockList } from 'node:net';

// https://www.iana.org/assignments/iana-ipv4-special-registry: what is not globally reachable, and multicast.
const special = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(network, bits);

/** A consented name must not open the network behind this machine (or the cloud's metadata), whoever answers for it. */
export function isPublicAddress(address: string): boolean {
  return !special.check(address);
}
