import type { Issue } from '../issue.ts';

/**
 * Whether an image address can be fetched by a carrier: http or https on a public host. Private, loopback and link-local
 * addresses are refused in every spelling, since the URL parser writes decimal, octal and hex forms alike (WHATWG URL, 3.5).
 * A public name that resolves to a private address cannot be seen without a network.
 *
 * @returns no issue or one: `INVALID_IMAGE_URL`, or the warning `IMAGE_FORMAT` where it is named as another kind than JPG
 * @example checkImageUrl('http://0x7f.1/a.jpg', 'media[0]')[0]?.code // 'INVALID_IMAGE_URL'
 */
export function checkImageUrl(url: string | URL, field: string): Issue[] {
  const parsed = URL.canParse(url) && new URL(url);
  if (!parsed || !/^https?:$/.test(parsed.protocol) || !isPublicHost(parsed.hostname))
    return [{ code: 'INVALID_IMAGE_URL', field, message: 'An image needs a public http(s) URL.' }];
  // A name without an ending says nothing.
  if (!/\.(?!jpe?g$)\w{3,4}$/i.test(parsed.pathname)) return [];
  return [{ code: 'IMAGE_FORMAT', field, message: 'Some carriers take JPG only.' }];
}

// IANA's special-purpose registries: private, shared, loopback, link-local, benchmarking, multicast, reserved.
const privateIpv4 =
  /^(?=[\d.]+$)(?:0|10|127|22[4-9]|2[3-5]\d|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])|169\.254|172\.(?:1[6-9]|2\d|3[01])|192\.(?:168|0\.0)|198\.1[89])\./;
const privateName = /(?:^|\.)(?:local|localhost|internal|lan|home|corp|arpa)\.?$/;
// Global unicast is 2000::/3; inside it 2001::/23 and 2002::/16 are tunnels that may lead to a private IPv4 address.
const publicIpv6 = /^\[(?!2002:|2001:1?[\da-f]{0,2}:)[23][\da-f]{3}:/;

function isPublicHost(host: string): boolean {
  if (host.startsWith('[')) return publicIpv6.test(host);
  return host.includes('.') && !privateIpv4.test(host) && !privateName.test(host);
}
