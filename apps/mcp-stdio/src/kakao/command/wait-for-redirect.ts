import { fill } from '@jeonbo/server';
import type { Language } from '../../types.ts';
import { nameOf } from '../plain.ts';
import { listen } from './listen.ts';
import { loginTexts } from './login-texts.ts';
import { type Page, pageOf } from './page.ts';
import { pageTexts } from './page-texts.ts';
import { Problem } from './problem.ts';
import { showProgress } from './progress.ts';
import { whyEnded } from './time-limit.ts';
import type { Finished, Waiting } from './waiting.ts';

/** Shows the address and waits until the browser comes back from it. */
export async function waitForRedirect(
  { asked, redirectUri, timeMs, signal, context, ask, finish }: Waiting,
  port: number,
): Promise<Finished> {
  const { language, stderr } = context;
  const texts = loginTexts[language];
  const { promise, resolve, reject } = Promise.withResolvers<Finished>();
  let begun = false;
  let say = (line: string): void => {
    stderr.write(`${line}\n`);
  };

  const answer = async (query: URLSearchParams): Promise<Page> => {
    if (query.get('state') !== asked.state) {
      say(texts.otherState);
      return page('otherLogin', 400, language);
    }
    if (begun) return page('again', 409, language);
    begun = true;
    try {
      const finished = await finish(query);
      resolve(finished);
      return page('done', 200, language, { nickname: nameOf(finished) });
    } catch (error) {
      reject(error);
      return failedPage(error, language);
    }
  };
  await using _listener = await listen(port, answer, (status) => elsewhere(status, language));
  await ask();
  say(`${texts.open}\n\n  ${asked.url}\n\n${fill(texts.redirect, { redirectUri })}`);
  using progress = showProgress(stderr, timeMs, (left) => fill(texts.waiting, { left }));
  say = progress.say;
  // Not while tokens are on their way: what Kakao gave would be lost, or kept after "nothing was changed".
  const end = () => begun || reject(whyEnded(signal, timeMs));
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  return await promise;
}

function page(
  name: keyof (typeof pageTexts)['en'],
  status: number,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): Page {
  const [title, ...paragraphs] = pageTexts[language][name].map((text) => fill(text, values));
  return pageOf({ status, isGood: name === 'done', title: title ?? '', paragraphs }, language);
}

function failedPage(error: unknown, language: Language): Page {
  const [title] = pageTexts[language].failed;
  const paragraphs = error instanceof Problem ? error.in(language).split(/\n\s*/) : [];
  return pageOf({ status: 400, isGood: false, title, paragraphs }, language);
}

function elsewhere(status: 403 | 404 | 405, language: Language): Page {
  const names = { 403: 'wrongHost', 404: 'nothingHere', 405: 'wrongMethod' } as const;
  return page(names[status], status, language);
}
