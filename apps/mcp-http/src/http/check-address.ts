import type { IncomingMessage } from 'node:http';
import {
  localhostAllowedHostnames,
  validateHostHeader,
  validateOriginHeader,
} from '@modelcontextprotocol/server';
import { Refusal } from './refusal.ts';

/**
 * Holds a request to the names of this server, against pages that reach it by a name of their own (DNS rebinding).
 *
 * @throws Refusal 403
 */
export type CheckAddress = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => void;

/** @param hosts names that the operator gave, without ports */
export function createAddressCheck(hosts: readonly string[]): CheckAddress {
  const known = [...localhostAllowedHostnames(), ...hosts];
  return ({ headers, socket }) => {
    const allowed = [...known, ...addressOf(socket.localAddress)];
    if (!validateHostHeader(headers.host, allowed).ok) throw new Refusal(403, 'host');
    // Programs send none.
    if (!validateOriginHeader(headers.origin, allowed).ok) throw new Refusal(403, 'origin');
  };
}

/** The address that the connection came in by: no name, so nobody can point one elsewhere. */
function addressOf(address: string | undefined): string[] {
  if (address === undefined) return [];
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  return [plain.includes(':') ? `[${plain}]` : plain];
}
