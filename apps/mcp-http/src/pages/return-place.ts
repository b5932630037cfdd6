import { plainName } from './plain-name.ts';

/** Where a redirect URI leads, as a person should see it. */
export interface ReturnPlace {
  /** `program`: one on this computer that listens. `app`: one that is registered for the scheme. `site`: a machine elsewhere. */
  readonly kind: 'program' | 'app' | 'site';
  readonly name: string;
}

export function returnPlace(redirectUri: string): ReturnPlace {
  const { protocol, hostname, host } = new URL(redirectUri);
  if (protocol !== 'http:' && protocol !== 'https:') {
    return { kind: 'app', name: `${plainName(protocol.slice(0, -1)) ?? ''}:` };
  }
  // Names of other scripts are in punycode here: what looks alike is not taken for the real one.
  if (isThisComputer(hostname)) return { kind: 'program', name: host };
  return { kind: 'site', name: protocol === 'https:' ? host : `http://${host}` };
}

function isThisComputer(hostname: string): boolean {
  return /^(?:localhost|[^.]+\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
