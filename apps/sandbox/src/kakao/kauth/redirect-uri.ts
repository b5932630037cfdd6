import type { App } from '../people.ts';

/** A registered one to the letter; where the seed registers none, any on this machine. */
export function mayRedirect({ redirectUris }: App, redirectUri: string): boolean {
  if (redirectUris !== undefined) return redirectUris.includes(redirectUri);
  return isLoopback(redirectUri) && !redirectUri.includes('#');
}

function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username } = new URL(address);
  return (
    (protocol === 'http:' || protocol === 'https:') &&
    username === '' &&
    (hostname === 'localhost' ||
      hostname.endsWith('.localhost') ||
      hostname === '[::1]' ||
      /^127(?:\.\d{1,3}){3}$/.test(hostname))
  );
}
