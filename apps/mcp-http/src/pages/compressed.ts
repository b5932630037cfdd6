import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

// The best quality of Brotli would hold up the process for a tenth of a second.
const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
const compressions = {
  br: (body: Uint8Array) => brotliCompressSync(body, { params }),
  gzip: (body: Uint8Array) => gzipSync(body),
} as const;
const names = ['br', 'gzip'] as const;
const known = new WeakMap<Uint8Array, Map<string, Uint8Array>>();

interface Compressed {
  readonly body: Uint8Array;
  readonly encoding?: (typeof names)[number];
}

/** The body as the browser takes it best. Each is made once. */
export function compressed(body: Uint8Array, acceptEncoding: string): Compressed {
  const accepted = acceptEncoding
    .toLowerCase()
    .split(',')
    .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
    .map((part) => part.split(';')[0]?.trim());
  const encoding = names.find((name) => accepted.includes(name));
  if (!encoding) return { body };
  const versions = known.get(body) ?? new Map<string, Uint8Array>();
  known.set(body, versions);
  const version = versions.get(encoding) ?? compressions[encoding](body);
  versions.set(encoding, version);
  return { body: version, encoding };
}
