import { readOrigin } from '@jeonbo/server';
import type { Environment } from './types.ts';

/**
 * The origin by which the world knows this server, without a trailing slash: BASE_URL's, else where it listens. Clients
 * compare it byte by byte, so it is made here and nowhere else.
 */
export function issuerOf({ BASE_URL }: Environment, listening: string): string {
  const given = BASE_URL?.trim();
  return (given && readOrigin(given)) || new URL(listening).origin;
}
