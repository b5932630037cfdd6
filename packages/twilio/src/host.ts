import { environment } from './environment.ts';
import { invalid } from './provider.ts';
import type { TwilioClientOptions, TwilioRegion } from './types.ts';

// https://www.twilio.com/docs/global-infrastructure/understanding-edge-locations: the host of a REST request names the
// region that processes it; the edge in it follows from the region.
const hosts: Readonly<Record<TwilioRegion, string>> = {
  us1: 'api.us1.twilio.com',
  ie1: 'api.dublin.ie1.twilio.com',
  au1: 'api.sydney.au1.twilio.com',
};

const defaultHost = 'api.twilio.com';

/** Where requests go: the base URL that is given, else the host of the region. */
export function readBaseUrl({ baseUrl, region }: TwilioClientOptions): string {
  const given = baseUrl ?? (region === undefined ? environment('TWILIO_API_BASE_URL') : undefined);
  if (given === undefined) return `https://${hostOf(region)}`;
  if (!/^https?:\/\/[^/]/.test(given) || !URL.canParse(given))
    throw invalid('baseUrl', 'baseUrl (TWILIO_API_BASE_URL) must be an http(s) URL.');
  checkTwilioHost(new URL(given));
  return given;
}

function hostOf(region: TwilioRegion | undefined): string {
  if (region === undefined) return defaultHost;
  const host = Object.hasOwn(hosts, region) ? hosts[region] : undefined;
  if (host) return host;
  throw invalid('region', `region must be one of ${Object.keys(hosts).join(', ')}.`);
}

/** Hosts of others (a sandbox, a proxy) are free; of Twilio's own only those that answer this API. */
function checkTwilioHost({ hostname, protocol }: URL): void {
  const host = hostname.replace(/\.$/, '');
  if (!/(?:^|\.)twilio\.com$/.test(host)) return;
  if (protocol !== 'https:') throw invalid('baseUrl', 'Twilio is reached by https only.');
  // `api.<region>` was switched off on 2026-04-28 for all but us1.
  const [, old] = /^api\.([a-z]{2}\d)\.twilio\.com$/.exec(host) ?? [];
  const isOpen = old === 'us1' || /^api(?:\.[a-z-]+\.[a-z]{2}\d)?\.twilio\.com$/.test(host);
  if (isOpen) return;
  const right = hosts[old as TwilioRegion] ?? defaultHost;
  const why = old ? 'was switched off' : 'does not serve this API';
  throw invalid('baseUrl', `${host} ${why}; use https://${right}.`);
}
