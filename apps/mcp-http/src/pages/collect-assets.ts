import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type FontFace, fontFaces, fontLicense } from './font-faces.ts';

const sheets = ['tokens', 'base', 'card', 'consent', 'notice', 'message', 'print'] as const;

/** Styles, icon and fonts by their names, which change with their content. From the sources: a build writes them to dist. */
export function collectAssets(): Map<string, Uint8Array> {
  const assets = new Map<string, Uint8Array>();
  const add = (name: string, extension: string, body: Uint8Array): string => {
    const hashed = `${name}.${hashOf(body)}.${extension}`;
    assets.set(hashed, body);
    return hashed;
  };
  const faces = fontFaces().map((face) =>
    fontFaceRule(face, add(face.name, 'woff2', readFileSync(face.file))),
  );
  const rules = sheets.map((name) => small(readSource(`${name}.css`).toString('utf8')));
  add('pages', 'css', Buffer.from([...rules, ...faces].join('\n')));
  add('icon', 'svg', readSource('icon.svg'));
  // Not served.
  assets.set('LICENSE-Pretendard.txt', fontLicense());
  return assets;
}

function fontFaceRule({ family, weight, unicodeRange }: FontFace, name: string): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url("${name}") format("woff2");unicode-range:${unicodeRange}}`;
}

/** Without comments and indentation. */
function small(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

function readSource(name: string): Buffer {
  return readFileSync(new URL(`style/${name}`, import.meta.url));
}

function hashOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url').replace(/[-_]/g, '').slice(0, 10);
}
