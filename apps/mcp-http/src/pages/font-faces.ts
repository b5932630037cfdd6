import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

export interface FontFace {
  readonly family: 'Pretendard' | 'Pretendard Rare';
  readonly weight: string;
  readonly name: string;
  readonly file: URL;
  readonly unicodeRange: string;
}

const facePattern =
  /font-weight: (\d+);[^}]*?url\(([^)]*\.(\d+)\.woff2)\)[^}]*?unicode-range: ([^;]+);/g;
const semibold = '600';
/** The files before it hold what is rare. In semibold they are left out: the browser thickens the regular ones. */
const firstCommonFile = 64;

/**
 * Pretendard (SIL Open Font License 1.1, by Kil Hyung-jin) with all 11,172 syllables, in files of about 12 kB that are
 * sorted by how common their syllables are: a browser loads some 15 of them for any usual text.
 */
export function fontFaces(): readonly FontFace[] {
  const url = inPretendard('web/static/pretendard-dynamic-subset.css');
  const css = readFileSync(url, 'utf8');
  return [...css.matchAll(facePattern)].flatMap(([, weight = '', path = '', index, range = '']) => {
    const isRare = Number(index) < firstCommonFile;
    if (weight !== '400' && (weight !== semibold || isRare)) return [];
    return {
      family: isRare ? 'Pretendard Rare' : 'Pretendard',
      weight,
      name: `pretendard-${weight}-${index}`,
      file: new URL(path, url),
      unicodeRange: range.replaceAll(', ', ','),
    };
  });
}

/** Goes with the fonts wherever they go. */
export function fontLicense(): Uint8Array {
  return readFileSync(inPretendard('LICENSE.txt'));
}

function inPretendard(path: string): URL {
  return pathToFileURL(createRequire(import.meta.url).resolve(`pretendard/dist/${path}`));
}
