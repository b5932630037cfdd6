import { pick } from '@jeonbo/core/http';

/** Kakao's public keys, by their id. */
export interface KeySet {
  find(keyId: string): Promise<CryptoKey | undefined>;
}

/** A key that Kakao took back is not believed longer than this. */
const maxAgeMs = 24 * 60 * 60 * 1000;

/** Ids of keys come with tokens, which anybody can write: they must not make us ask Kakao at will. */
const minIntervalMs = 60 * 1000;

/**
 * Keys that are fetched when first needed, and again where an unknown one is named (at most once a minute) or they are a
 * day old.
 */
export function createKeySet(fetchKeys: () => Promise<unknown>): KeySet {
  let keys = new Map<string, JsonWebKey>();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let loading: Promise<void> | undefined;

  const load = async () => {
    const list = pick(await fetchKeys(), 'keys');
    keys = new Map((Array.isArray(list) ? list : []).flatMap(readKey));
    fetchedAt = Date.now();
  };
  return {
    async find(keyId) {
      const age = Date.now() - fetchedAt;
      if (age > maxAgeMs || (!keys.has(keyId) && age > minIntervalMs)) {
        loading ??= load().finally(() => {
          loading = undefined;
        });
        await loading;
      }
      const key = keys.get(keyId);
      return key && crypto.subtle.importKey('jwk', key, algorithm, false, ['verify']);
    },
  };
}

/** RS256, whatever a token or a key says of itself. */
export const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

function readKey(json: unknown): [string, JsonWebKey][] {
  const [id, kind, use, n, e] = ['kid', 'kty', 'use', 'n', 'e'].map((name) => pick(json, name));
  const isOurs = kind === 'RSA' && (use === undefined || use === 'sig');
  if (!isOurs || typeof id !== 'string' || typeof n !== 'string' || typeof e !== 'string')
    return [];
  return [[id, { kty: 'RSA', n, e }]];
}
