import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
};

/** No inline script or style; images from anywhere, since an MMS shows what its sender links to. */
const security = {
  'Content-Security-Policy':
    "default-src 'self'; img-src * data:; style-src 'self'; script-src 'self'; object-src 'none'; " +
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const notBuilt = `The web inbox is not built yet.

  pnpm --filter @jeonbo/sandbox build

The providers and /_sandbox/* work without it.
`;

/** Where the built inbox is: beside the bundle, or in dist where the sandbox runs from its source. */
export function findWebFolder(): string {
  const places = ['./web/', '../../dist/web/'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return places.find((place) => existsSync(join(place, 'index.html'))) ?? (places[1] as string);
}

/** Serves the inbox. `undefined`: there is no such file. */
export function createInbox(
  folder: string,
): (path: string, headers: Headers) => Promise<Response | undefined> {
  return async (path, headers) => {
    const isPage = path === '/' || path === '/index.html';
    const file = resolveInside(folder, isPage ? '/index.html' : path);
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || !found?.isFile()) {
      if (!isPage) return undefined;
      return new Response(notBuilt, {
        status: 503,
        headers: { 'Content-Type': types['.txt'] as string, 'Retry-After': '5' },
      });
    }
    const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
    const caching = {
      ETag: etag,
      // Names under assets/ carry a hash of what is in the file.
      'Cache-Control': path.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    };
    if (headers.get('if-none-match') === etag)
      return new Response(null, { status: 304, headers: caching });
    const type = types[extname(file)] ?? 'application/octet-stream';
    const content = new Uint8Array(await readFile(file));
    return new Response(content, { headers: { ...security, ...caching, 'Content-Type': type } });
  };
}

function resolveInside(folder: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0')) return undefined;
  const root = normalize(folder).replace(/[\\/]+$/, '') + sep;
  const file = normalize(join(root, decoded));
  return file.startsWith(root) ? file : undefined;
}
