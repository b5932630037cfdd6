import { createHash } from 'node:crypto';
import type { Language } from '../../types.ts';

/** What the browser gets when it comes back. */
export interface Page {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PageContent {
  readonly status: number;
  readonly isGood: boolean;
  readonly title: string;
  /** One paragraph each. Written by us, with what others wrote in it. */
  readonly paragraphs: readonly string[];
}

const style = `:root{color-scheme:light dark;--ground:#f4f4f2;--card:#fff;--text:#1d1d1b;--quiet:#5c5c57;--good:#1f7a4d;--bad:#b3261e}
@media (prefers-color-scheme:dark){:root{--ground:#161615;--card:#232321;--text:#f2f2ef;--quiet:#b4b4ad;--good:#5cc48d;--bad:#ff8a80}}
*{box-sizing:border-box;margin:0}
body{min-height:100vh;min-height:100dvh;display:grid;place-items:center;padding:1.5rem;background:var(--ground);color:var(--text);font:1rem/1.6 system-ui,-apple-system,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR",sans-serif;word-break:keep-all;overflow-wrap:anywhere}
main{width:100%;max-width:28rem;padding:2.25rem 1.75rem;border-radius:1rem;background:var(--card);text-align:center}
svg{width:3rem;height:3rem;margin-bottom:1rem;fill:none;stroke:currentColor;stroke-width:3;stroke-linecap:round;stroke-linejoin:round}
.good svg{color:var(--good)}
.bad svg{color:var(--bad)}
h1{font-size:1.375rem;line-height:1.35;margin-bottom:.5rem;text-wrap:balance}
p{color:var(--quiet);margin-top:.5rem}`;

/** No script, nothing from elsewhere, and the address, which holds the code, goes to nobody. */
const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hashOf(style)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
} as const;

const marks = {
  good: '<circle cx="24" cy="24" r="20"/><path d="m15 25 6.5 6.5L34 18.5"/>',
  bad: '<circle cx="24" cy="24" r="20"/><path d="M24 14v12M24 33v.5"/>',
} as const;

export function pageOf(
  { status, isGood, title, paragraphs }: PageContent,
  language: Language,
): Page {
  const kind = isGood ? 'good' : 'bad';
  const body = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main class="${kind}">
<svg viewBox="0 0 48 48" aria-hidden="true">${marks[kind]}</svg>
<h1>${escaped(title)}</h1>
${paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n')}
</main>
</body>
</html>
`;
  return { status, headers: status === 405 ? { ...headers, allow: 'GET' } : headers, body };
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
