import type { IncomingMessage } from 'node:http';

/**
 * The address that a request came from: of the connection, or, behind proxies that the operator counts, what the outermost
 * of them wrote. What stands further left anybody can have written.
 */
export function clientAddress(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  proxies: number,
): string {
  const direct = socket.remoteAddress ?? '';
  if (proxies === 0) return direct;
  const told = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
  const address = told.map((entry) => entry.trim()).at(-proxies);
  return address || direct;
}
