import type { Html } from './html.ts';
import { html } from './html.ts';
import type { PageLanguage } from './language.ts';
import { pageTexts } from './texts.ts';

/**
 * Nothing inline, no script at all. There is no form-action: browsers hold it against every redirect that follows a
 * form, and this one leads to the app, which leads on.
 */
const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data: http: https:; " +
    "base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  // Not no-referrer: with it a browser sends the form with `Origin: null`, which the sandbox refuses.
  'Referrer-Policy': 'same-origin',
};

/** A page of the log-in. The style comes with the inbox. */
export function pageAnswer(language: PageLanguage, content: Html, status = 200): Response {
  const { title, notice } = pageTexts[language];
  const { markup } = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="stylesheet" href="/kakao.css">
</head>
<body>
<main>
<p class="notice">${notice}</p>
<div class="card">
${content}
</div>
</main>
</body>
</html>
`;
  return new Response(markup, { status, headers });
}
