import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from '@jeonbo/server';

const maxBytes = 5 * 1024;
const timeoutMs = 5_000;

export type Lookup = (name: string) => Promise<readonly { address: string; family: number }[]>;

/**
 * Reads one small document at an address that a stranger chose: https only, no private address, no redirect, no cookie, and
 * connected to the very address that was checked, so that a name cannot mean another one a moment later.
 */
export function createGuardedFetch(
  look: Lookup = (name) => lookup(name, { all: true }),
  isAllowed: (address: string) => boolean = isPublicAddress,
): typeof globalThis.fetch {
  const checkedLookup: LookupFunction = (name, options, callback) => {
    look(name).then(
      (found) => {
        const [first] = found;
        const refused = found.find(({ address }) => !isAllowed(address));
        if (refused || !first) callback(notPublic(), '', 0);
        else if (options.all) callback(null, [...found]);
        else callback(null, first.address, first.family);
      },
      (error) => callback(error, '', 0),
    );
  };

  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.protocol !== 'https:') throw new TypeError('only https addresses are read');
    // An address in place of a name is connected to without a look-up.
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) && !isAllowed(host)) throw notPublic();
    const limits = [AbortSignal.timeout(timeoutMs), ...(init.signal ? [init.signal] : [])];
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      request(
        url,
        {
          headers: { accept: 'application/json' },
          agent: false,
          lookup: checkedLookup,
          signal: AbortSignal.any(limits),
        },
        resolve,
      )
        .on('error', reject)
        .end();
    });
    return asResponse(answer);
  };
}

export const guardedFetch = createGuardedFetch();

async function asResponse(answer: IncomingMessage): Promise<Response> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Leaving the loop closes the connection.
    if (length > maxBytes) throw new TypeError(`the document has more than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const headers = new Headers();
  for (const name of ['cache-control', 'expires', 'content-type']) {
    const value = answer.headers[name];
    if (typeof value === 'string') headers.set(name, value);
  }
  return new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 502, headers });
}

function notPublic(): TypeError {
  return new TypeError('the address is not a public one');
}
