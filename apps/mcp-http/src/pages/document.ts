import type { Language } from '@jeonbo/core';
import { assetPath } from './assets.ts';
import { type Html, html } from './html.ts';
import { mark } from './mark.ts';

interface DocumentOptions {
  readonly language: Language;
  readonly title: string;
  /** `card`: one thing to decide. `notice`: one to know. `letter`: a text to read. */
  readonly layout: 'card' | 'notice' | 'letter';
  readonly head?: Html;
}

const service = { ko: '전보', en: 'Jeonbo' } as const;

/** What all pages share around their content. */
export function documentOf(
  { language, title, layout, head }: DocumentOptions,
  content: Html,
): string {
  const brand = html`\n<p class="brand">${mark}<span>${service[language]}</span></p>\n`;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="format-detection" content="telephone=no">
${head}<title>${title} · ${service[language]}</title>
<link rel="icon" type="image/svg+xml" href="${assetPath('icon.svg')}">
<link rel="stylesheet" href="${assetPath('pages.css')}">
</head>
<body class="${layout}">
<main>
${layout === 'card' ? [brand, content] : [content, brand]}
</main>
</body>
</html>
`.markup;
}
