import { createHash, hkdfSync } from 'node:crypto';
import { JeonboError } from '@jeonbo/core';

/** A key for one use, made from a secret key. */
export interface Subkey {
  /** Names the secret key that it came from, and gives nothing of it away. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** JEONBO_SECRET_KEY. Its bytes are in a closure, so that no log or inspector prints them. */
export interface SecretKey {
  /** The subkeys for a use (`ledger`, `audit`, …), one for each key of the list. The first one writes, all read. */
  subkeys(use: string): readonly [Subkey, ...Subkey[]];
}

export const makeKeyCommand = 'openssl rand -base64 32';

/**
 * Reads keys of 32 bytes or more, in base64 or hex, separated by commas. The first is the current one.
 *
 * @param source what to name in an error: the variable or the file
 * @throws JeonboError `VALIDATION_ERROR`, without a character of the key
 */
export function parseSecretKey(text: string, source = 'JEONBO_SECRET_KEY'): SecretKey {
  const parts = text.split(/[\s,]+/).filter(Boolean);
  const masters = parts.map((part, index) => ({ id: '', bytes: decode(part, index, source) }));
  for (const master of masters) master.id = idOf(master.bytes);
  const [current, ...older] = masters;
  if (!current) throw invalidKey(`${source} is empty.`, source);
  return {
    subkeys: (use) => {
      const derive = ({ id, bytes }: Subkey): Subkey => ({ id, bytes: subkey(bytes, use) });
      return [derive(current), ...older.map(derive)];
    },
  };
}

function decode(part: string, index: number, source: string): Uint8Array {
  const isHex = /^(?:[0-9a-f]{2})+$/i.test(part);
  const isBase64 = /^[A-Za-z0-9+/_-]+={0,2}$/.test(part);
  // 64 hex digits are also base64, of 48 bytes; who writes hex means hex.
  const bytes = isHex ? Buffer.from(part, 'hex') : Buffer.from(isBase64 ? part : '', 'base64');
  if (bytes.length < 32)
    throw invalidKey(
      `Key ${index + 1} of ${source} is not at least 32 bytes in base64 or hex.`,
      source,
    );
  return bytes;
}

function subkey(master: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, '', `jeonbo ${use} v1`, 32));
}

function idOf(master: Uint8Array): string {
  return createHash('sha256').update(subkey(master, 'key id')).digest('hex').slice(0, 12);
}

function invalidKey(words: string, field: string): JeonboError {
  return new JeonboError('VALIDATION_ERROR', `${words} Make one: ${makeKeyCommand}`, { field });
}
