import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretKey, Subkey } from '../keys/secret-key.ts';
import { changedOutside, newerSeal, unknownKey } from './seal-errors.ts';

/** What a sealed value belongs to (its table, kind, row): under another context it does not open. */
export type SealContext = readonly (string | number | null)[];

/** Values that only whoever has the key can read, and that nobody can change or move to another row. */
export interface Seal {
  /** As JSON, under the first key of the list. */
  seal(value: unknown, context: SealContext): Uint8Array;
  /**
   * Whatever key of the list sealed it.
   *
   * @throws JeonboError `MISSING_CREDENTIALS` where that key is not in the list, `INTERNAL_ERROR` where a bit or the
   *   context is another
   */
  open(sealed: Uint8Array, context: SealContext): unknown;
  /** Whether it is under the first key of the list. */
  isCurrent(sealed: Uint8Array): boolean;
}

const version = 1;
const algorithm = 'aes-256-gcm';
const keyIdBytes = 6;
const nonceBytes = 12;
const tagBytes = 16;
const headerBytes = 1 + keyIdBytes;

/**
 * AES-256-GCM under a subkey of its own for each use. Layout: version (1), id of the key (6), random nonce (12), the
 * encrypted JSON, tag (16). The tag covers version, key id and context too.
 *
 * @example const seal = createSeal(key, 'token vault');
 */
export function createSeal(key: SecretKey, use: string): Seal {
  const [first, ...older] = key.subkeys(use);
  const current = withHeader(first);
  const keys = [current, ...older.map(withHeader)];
  return {
    seal(value, context) {
      const { header } = current;
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, current.bytes, nonce, { authTagLength: tagBytes });
      cipher.setAAD(additionalData(header, context));
      const encrypted = [cipher.update(JSON.stringify(value), 'utf8'), cipher.final()];
      return Buffer.concat([header, nonce, ...encrypted, cipher.getAuthTag()]);
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
      if (bytes.length < headerBytes + nonceBytes + tagBytes) throw changedOutside();
      if (bytes[0] !== version) throw newerSeal();
      const header = bytes.subarray(0, headerBytes);
      const match = keys.find((candidate) => header.equals(candidate.header));
      if (!match) throw unknownKey();
      const body = bytes.subarray(headerBytes + nonceBytes, -tagBytes);
      const nonce = bytes.subarray(headerBytes, headerBytes + nonceBytes);
      const decipher = createDecipheriv(algorithm, match.bytes, nonce, { authTagLength: tagBytes });
      decipher.setAAD(additionalData(header, context));
      decipher.setAuthTag(bytes.subarray(-tagBytes));
      try {
        return JSON.parse(decipher.update(body, undefined, 'utf8') + decipher.final('utf8'));
      } catch {
        throw changedOutside();
      }
    },
    isCurrent: (sealed) => current.header.equals(sealed.subarray(0, headerBytes)),
  };
}

function withHeader({ id, bytes }: Subkey) {
  return { bytes, header: Buffer.concat([Buffer.of(version), Buffer.from(id, 'hex')]) };
}

function additionalData(header: Uint8Array, context: SealContext): Buffer {
  return Buffer.concat([header, Buffer.from(JSON.stringify(context))]);
}
