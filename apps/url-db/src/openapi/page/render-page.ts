import { apiPrefix } from '../../http/router.ts';
import type { Language } from '../../types.ts';
import type { JsonSchema } from '../components.ts';
import type { openApiDocument } from '../document.ts';
import { exampleOf } from '../example-of.ts';
import { type Html, html } from './html.ts';

type Document = ReturnType<typeof openApiDocument>;

/** One method of one path of the document, as far as it is shown. */
interface Chapter {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: { readonly 'application/json': { readonly example: unknown } };
  };
  readonly responses: Readonly<Record<string, { readonly description?: string }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: JsonSchema;
}

const words = {
  en: { send: 'Send', body: 'Body (JSON)', token: 'Token', answers: 'Answers', other: '한국어' },
  ko: { send: '보내기', body: '본문(JSON)', token: '토큰', answers: '응답', other: 'English' },
} as const satisfies Record<Language, Record<string, string>>;

/** The document as a page on which every operation can be tried. It reads whole without a script. */
export function renderPage(document: Document, language: Language): string {
  const chapters = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, chapter]) =>
        ({ method: method.toUpperCase(), path, ...(chapter as object) }) as Chapter,
    ),
  );
  const { title, description, version } = document.info;
  const other = language === 'ko' ? 'en' : 'ko';
  const needsToken = document.security.length > 0;
  return html`<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} API</title>
<link rel="stylesheet" href="/docs/style.css">
<script src="/docs/script.js" defer></script>
<header>
<h1>${title} API ${version}</h1>
<nav><a href="/openapi.json">openapi.json</a><a href="/docs?lang=${other}" lang="${other}">${words[language].other}</a></nav>
</header>
<p>${description}</p>
${needsToken && html`<label>${words[language].token}<input id="token" type="password" autocomplete="off"></label>`}
${document.tags.map(({ name }) => [
  html`<h2>${name}</h2>`,
  ...chapters
    .filter(({ tags }) => tags.includes(name))
    .map((chapter) => renderChapter(chapter, language)),
])}
</html>
`.html;
}

function renderChapter(chapter: Chapter, language: Language): Html {
  const { method, path, operationId, summary, description, parameters = [], requestBody } = chapter;
  const example = requestBody?.content['application/json'].example;
  return html`<details id="${operationId}">
<summary><span class="method">${method}</span><span class="path">${apiPrefix}${path}</span><span class="title">${summary}</span></summary>
<form data-method="${method}" data-path="${apiPrefix}${path}">
<p>${description}</p>
${parameters.map(renderParameter)}
${example !== undefined && html`<label>${words[language].body}<textarea spellcheck="false">${JSON.stringify(example, null, 2)}</textarea></label>`}
<button>${words[language].send}</button>
<output hidden></output>
<table><caption hidden>${words[language].answers}</caption>${Object.entries(chapter.responses).map(
    ([status, response]) =>
      response.description && html`<tr><td>${status}<td>${response.description}`,
  )}</table>
</form>
</details>
`;
}

function renderParameter({ name, in: place, required, description, schema }: Parameter): Html {
  const example = exampleOf(schema);
  const value = required ? String(example) : '';
  const hint = required ? '' : String(example);
  return html`<label><span><code>${name}</code> <small>${description}</small></span><input name="${name}" data-place="${place}" value="${value}" placeholder="${hint}"${required && html` required`}></label>`;
}
