import { hash } from 'node:crypto';

// What mail programs, ad networks and social networks add to say where a click came from.
const tracking =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|mkt_tok|napm|n_media|n_query|n_rank|n_ad_group|n_ad|n_keyword_id|n_keyword|n_campaign_type)(?:=|$)/i;

export interface NormalFormOptions {
  readonly stripTracking: boolean;
}

/**
 * Two URLs are the same where these are: scheme and host in lower case, an international host in punycode, no default
 * port, no empty fragment. Everything else counts, fragments too, and tracking parameters unless they are stripped.
 *
 * @throws TypeError for what is no URL
 * @example normalForm('HTTPS://Example.com:443/A#', { stripTracking: false }) // 'https://example.com/A'
 */
export function normalForm(url: string, { stripTracking }: NormalFormOptions): string {
  const parsed = new URL(url);
  // Only hosts of the schemes of the web are lowered by the parser.
  if (parsed.hostname && parsed.hostname !== parsed.hostname.toLowerCase())
    parsed.hostname = parsed.hostname.toLowerCase();
  if (parsed.hash === '') parsed.hash = '';
  if (stripTracking && parsed.search) parsed.search = withoutTracking(parsed.search);
  return parsed.href;
}

/** Cuts the text itself: URLSearchParams would write the other parameters anew. */
function withoutTracking(search: string): string {
  return search
    .slice(1)
    .split('&')
    .filter((parameter) => !tracking.test(parameter))
    .join('&');
}

/** 16 bytes that stand for a normal form in the database: an index over these is a third of one over the URLs. */
export function urlKey(normalForm: string): Uint8Array {
  return hash('sha256', normalForm, 'buffer').subarray(0, 16);
}
