/** The origin by which the caller reached the sandbox: what it must find in discovery and in the id_token. */
export function originOf(request: Request): string {
  const url = new URL(request.url);
  const host = request.headers.get('host');
  if (host === null) return url.origin;
  // A tunnel speaks TLS with the world and HTTP with us.
  const isSecure = request.headers.get('x-forwarded-proto') === 'https';
  return `${isSecure ? 'https:' : url.protocol}//${host}`;
}
