import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptLanguage } from '../http/accept-language.ts';
import type { Mount } from '../http/mount.ts';
import type { Settings } from '../settings.ts';
import type { Language } from '../types.ts';

const types: Readonly<Record<string, string>> = {
  '/openapi.json': 'application/json; charset=utf-8',
  '/docs': 'text/html; charset=utf-8',
  '/docs/style.css': 'text/css; charset=utf-8',
  '/docs/script.js': 'text/javascript; charset=utf-8',
};

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * `/openapi.json` and the page to try the API at `/docs`. They say what the server does and nothing of what it holds, so
 * nobody needs a token. Made when they are first asked for.
 */
export function descriptionMount({ tokens }: Pick<Settings, 'tokens'>): Mount {
  const made = new Map<string, Promise<string>>();

  const make = async (path: string, language: Language): Promise<string> => {
    if (path === '/docs/style.css') return (await import('./page/style.ts')).pageStyle();
    if (path === '/docs/script.js') return (await import('./page/script.ts')).pageScript;
    const { openApiDocument } = await import('./document.ts');
    const document = openApiDocument({ language, needsToken: tokens.length > 0 });
    if (path === '/openapi.json') return JSON.stringify(document);
    const { renderPage } = await import('./page/render-page.ts');
    return renderPage(document, language);
  };

  return {
    name: 'description',
    has: (path) => Object.hasOwn(types, path),
    methods: ['GET'],
    needsToken: false,
    async handle(request: IncomingMessage, response: ServerResponse) {
      const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const wanted = searchParams.get('lang');
      const language =
        wanted === 'en' || wanted === 'ko'
          ? wanted
          : acceptLanguage(request.headers['accept-language']);
      const name = `${language} ${path}`;
      const body = made.get(name) ?? make(path, language);
      made.set(name, body);
      response.writeHead(200, {
        'content-type': types[path],
        'content-security-policy': policy,
        'cache-control': 'no-cache',
        'x-content-type-options': 'nosniff',
        vary: 'accept-language',
      });
      response.end(await body);
    },
  };
}
