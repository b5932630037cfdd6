/**
 * Codes that a runtime gives where no connection was made, so that nothing can have left: Node and undici, Bun.
 * Everything else (a browser's bare "Failed to fetch" too) may have happened after the request left.
 */
const notConnected =
  /^(ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EPROTO|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|\w+_CERT|\w+_SIGNATURE|ERR_INVALID_URL)$/;

/** The code of a network error, wherever the runtime hides it: `ECONNRESET`, or `''`. */
export function failureCode(error: unknown, depth = 0): string {
  if (!(error instanceof Error) || depth > 5) return '';
  const code = (error as { code?: unknown }).code;
  return failureCode(error.cause, depth + 1) || (typeof code === 'string' ? code : '');
}

/** Whether a thrown network error proves that the request never left. */
export function leftNothing(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > 5) return false;
  // A host with several addresses (IPv4 and IPv6) fails with one error for each.
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.every((inner) => leftNothing(inner, depth + 1));
  if (error.cause instanceof Error) return leftNothing(error.cause, depth + 1);
  // A port that fetch itself forbids (https://fetch.spec.whatwg.org/#port-blocking) has no code in undici.
  return notConnected.test(failureCode(error)) || error.message === 'bad port';
}
