import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { collectAssets } from './collect-assets.ts';
import { compressed } from './compressed.ts';

export interface Asset {
  readonly body: Uint8Array;
  /** Content-Type, Cache-Control (a year: a name never changes its content) and the rest. */
  readonly headers: Readonly<Record<string, string>>;
}

const folder = '/assets/';
const contentTypes: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/**
 * Styles, icon and fonts of the pages.
 *
 * @param path of the request, `/assets/pages.dQw4w9WgXc.css`
 * @param acceptEncoding the request's header; fonts are compressed already
 */
export function asset(path: string, acceptEncoding = ''): Asset | undefined {
  const name = path.startsWith(folder) ? path.slice(folder.length) : '';
  const contentType = contentTypes[extensionOf(name)];
  const plain = contentType && readAsset(name);
  if (!plain) return undefined;
  const { body, encoding } = name.endsWith('.css')
    ? compressed(plain, acceptEncoding)
    : { body: plain };
  return {
    body,
    headers: {
      'content-type': contentType,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      ...(name.endsWith('.css') && { vary: 'Accept-Encoding' }),
      ...(encoding && { 'content-encoding': encoding }),
    },
  };
}

/** The address of an asset by its name without the hash: `pages.css`. */
export function assetPath(plainName: string): string {
  const [stem = '', extension = ''] = plainName.split('.');
  const name = [...assets().keys()].find(
    (each) => each.startsWith(`${stem}.`) && extensionOf(each) === extension,
  );
  if (!name) throw new Error(`There is no asset ${plainName}.`);
  return folder + name;
}

type Assets = Map<string, Uint8Array | undefined>;
let known: Assets | undefined;

// In dist they lie beside the bundle; elsewhere they are put together from the sources.
const built = new URL('page-assets/', import.meta.url);

function assets(): Assets {
  known ??= existsSync(built)
    ? new Map(readdirSync(built).map((name) => [name, undefined]))
    : new Map(collectAssets());
  return known;
}

/** Only what is listed is read, and once. */
function readAsset(name: string): Uint8Array | undefined {
  const all = assets();
  if (!all.has(name)) return undefined;
  const body = all.get(name) ?? readFileSync(new URL(name, built));
  all.set(name, body);
  return body;
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
