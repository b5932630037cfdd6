import { JeonboError } from '@jeonbo/core';
import type { SendSummary } from '@jeonbo/core/ledger';
import { keyedHash } from '../keys/keyed-hash.ts';
import type { Subkey } from '../keys/secret-key.ts';
import type { Keys } from './context.ts';

/**
 * Who and what, as keyed hashes. A plain hash of a phone number is undone in seconds by trying all numbers, and one of
 * a short text nearly so; who and what are hashed together, so that not even "the same person again" can be read.
 */
interface Identity {
  /** Who, what and the caller's key together: the same again means the same message again. */
  readonly identity: string;
  /** Who and the caller's key, to find another content under the same key; null without a key. */
  readonly holder: string | null;
}

/** For each recipient, one for every secret key of the list; the first is the one to write. */
export type Identities = readonly [Identity, ...Identity[]];

export function identitiesOf(keys: Keys, key: string | null, summary: SendSummary): Identities[] {
  const { provider, account, recipients } = summary;
  const scope = [provider, account, key];
  const [current, ...older] = keys;
  const seen = new Set<string>();
  return recipients.map(({ name, content }, index) => {
    const of = (subkey: Subkey): Identity => ({
      identity: short(keyedHash(subkey, ['entry', ...scope, name, content])),
      holder: key === null ? null : short(keyedHash(subkey, ['holder', ...scope, name])),
    });
    const first = of(current);
    if (seen.has(first.identity)) throw listedTwice(index);
    seen.add(first.identity);
    return [first, ...older.map(of)];
  });
}

/** 132 of 256 bits: two recipients never meet by chance, and the index is half as large. */
function short(hash: string): string {
  return hash.slice(0, 22);
}

function listedTwice(index: number): JeonboError {
  return new JeonboError(
    'VALIDATION_ERROR',
    `Recipient ${index} is listed before with the same message. Nothing was noted.`,
    { field: `recipients[${index}]` },
  );
}
