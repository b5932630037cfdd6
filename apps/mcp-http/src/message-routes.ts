import type { Language } from '@jeonbo/core';
import type { MessagePages } from '@jeonbo/store';
import { answerPage, languageOf, Notice } from './oauth/answers.ts';
import type { OAuthRoute } from './oauth/routes.ts';
import { asset, messagePage } from './pages/index.ts';

/** Long messages, `/m/:id` and `/message?id=`, and what their pages look like. */
export function createMessageRoutes(
  pages: MessagePages,
  language: Language,
): (path: string) => OAuthRoute | undefined {
  const message: OAuthRoute = {
    methods: ['GET', 'HEAD'],
    audience: 'person',
    async answer(request, response) {
      const url = new URL(request.url ?? '/', 'http://any');
      const [, id = url.searchParams.get('id') ?? ''] = /^\/m\/(.+)$/.exec(url.pathname) ?? [];
      const page = await pages.read(id);
      if (!page) throw new Notice('messageGone');
      const html = messagePage({ ...page, language: languageOf(request, language) });
      answerPage(response, 'message', html);
    },
  };
  const assets: OAuthRoute = {
    methods: ['GET', 'HEAD'],
    audience: 'person',
    async answer({ url = '/', headers }, response) {
      const [path = ''] = url.split('?');
      const found = asset(path, [headers['accept-encoding'] ?? []].flat().join(','));
      if (!found) throw new Notice('notFound');
      response.writeHead(200, { ...found.headers, 'content-length': found.body.byteLength });
      response.end(found.body);
    },
  };
  return (path) => {
    if (path === '/message' || path.startsWith('/m/')) return message;
    return path.startsWith('/assets/') ? assets : undefined;
  };
}
