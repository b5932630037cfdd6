import { isThisMachine } from '../this-machine.ts';

/**
 * The origin that a setting names: https, or http on this machine.
 *
 * @returns undefined where it is anything else, with a path or a password for example
 */
export function readOrigin(given: string): string | undefined {
  const url = URL.parse(given);
  if (!url || (given !== url.origin && given !== `${url.origin}/`)) return undefined;
  const isSafe =
    url.protocol === 'https:' || (url.protocol === 'http:' && isThisMachine(url.hostname));
  return isSafe ? url.origin : undefined;
}
