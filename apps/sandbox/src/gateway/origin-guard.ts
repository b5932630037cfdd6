// The sandbox has no password and stands on a developer's machine, so a web page in that developer's browser must
// not reach it: neither by asking across sites, nor by a name of its own that it lets point to 127.0.0.1.

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Why a request is refused, or `undefined` where it may pass. */
export function refusalOf(
  method: string,
  headers: Headers,
  allowedHosts: readonly string[],
): string | undefined {
  const host = headers.get('host');
  if (host !== null && !mayBeAsked(hostName(host), allowedHosts)) {
    return `The host ${host} is not this machine. To serve it by this name, list it in allowedHosts (JEONBO_SANDBOX_HOSTS).`;
  }
  if (reading.has(method)) return undefined;
  const origin = headers.get('origin');
  if (origin !== null) {
    const own = host !== null && origin.toLowerCase().endsWith(`//${host.toLowerCase()}`);
    return own || isLoopback(originHost(origin))
      ? undefined
      : `A page of ${origin} may not change the sandbox.`;
  }
  return headers.get('sec-fetch-site') === 'cross-site'
    ? 'A page of another site may not change the sandbox.'
    : undefined;
}

/**
 * Only a public name can be made to point here by a stranger: an address or a name without a dot (a container's) is
 * what it says.
 */
function mayBeAsked(name: string, allowedHosts: readonly string[]): boolean {
  return (
    isLoopback(name) ||
    !name.includes('.') ||
    /^[\d.]+$/.test(name) ||
    name === 'host.docker.internal' ||
    allowedHosts.includes(name)
  );
}

function isLoopback(name: string): boolean {
  return (
    name === 'localhost' ||
    name.endsWith('.localhost') ||
    name === '[::1]' ||
    /^127(?:\.\d{1,3}){3}$/.test(name)
  );
}

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '');
}

function originHost(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).hostname : '';
}
