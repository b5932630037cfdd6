import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UrlDbError } from '../errors/url-db-error.ts';
import { answerText } from './answer.ts';
import type { Mount } from './mount.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/** No inline script or style, no markup made of text; pictures from where attributes say, but never by http. */
const security = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; " +
    "img-src 'self' data: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'; trusted-types 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const notBuilt = `The web page is not built yet.

  pnpm --filter @jeonbo/url-db build

The API at /api/mcp works without it.`;

/** Where the built page is: beside the bundle, or in dist where url-db runs from its source. */
export function findWebFolder(): string {
  const places = ['./web/', '../../dist/web/'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  return places.find((place) => existsSync(join(place, 'index.html'))) ?? (places[1] as string);
}

/** The files of the page: one folder of assets whose names carry a hash, and two files beside it. */
function fileOf(path: string): string | undefined {
  if (path === '/' || path === '/index.html') return 'index.html';
  return /^\/(favicon\.svg|assets\/[\w-][\w.-]*)$/.exec(path)?.[1];
}

/** The page at `/`. Whoever may open the port may see it; what it shows it asks for with the token of who sits there. */
export function createPageMount(folder: string = findWebFolder()): Mount {
  /** Texts of which one asks again and again; their names change with their content. */
  const compressed = new Map<string, Promise<Buffer>>();

  const compressedFile = (path: string, coding: Coding): Promise<Buffer> => {
    const key = `${coding} ${path}`;
    const body = compressed.get(key) ?? readFile(path).then((text) => compress(text, coding));
    compressed.set(key, body);
    return body;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [address = '/'] = (request.url ?? '/').split('?', 1);
    const name = fileOf(address) ?? '';
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) {
      if (name !== 'index.html') throw new UrlDbError('NOT_FOUND', { facts: { path: address } });
      response.setHeader('retry-after', '5');
      answerText(response, 503, notBuilt);
      return;
    }
    const etag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
    const headers = {
      ...security,
      'content-type': types[extname(name)] ?? 'application/octet-stream',
      'cache-control': name.startsWith('assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      etag,
    };
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, headers).end();
      return;
    }
    const isBig = /^assets\/.*\.(?:js|css)$/.test(name);
    const coding = isBig ? codingOf(request) : undefined;
    const body = await (coding ? compressedFile(path, coding) : readFile(path));
    if (isBig) response.appendHeader('vary', 'accept-encoding');
    response.writeHead(200, {
      ...headers,
      ...(coding && { 'content-encoding': coding }),
      'content-length': body.length,
    });
    // Of HEAD Node sends the headers alone.
    response.end(body);
  };

  return {
    name: 'page',
    has: (path) => fileOf(path) !== undefined,
    methods: ['GET'],
    needsToken: false,
    handle,
  };
}

type Coding = 'br' | 'gzip';

/** Browsers take the better one only over https and from this machine. */
function codingOf({ headers }: IncomingMessage): Coding | undefined {
  const accepted = String(headers['accept-encoding'] ?? '');
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}

/** Loaded by who first asks for it: with zlib and util comes a tenth of a whole start. */
async function compress(text: Buffer, coding: Coding): Promise<Buffer> {
  const [{ promisify }, { brotliCompress, gzip }] = await Promise.all([
    import('node:util'),
    import('node:zlib'),
  ]);
  return coding === 'br' ? promisify(brotliCompress)(text) : promisify(gzip)(text);
}
