import { type CheckResult, type Issue, JeonboError, type OutboundMessage } from '@jeonbo/core';
import { createMessageClient, textTemplate, webLink } from '@jeonbo/kakao-client';
import type { Content } from './content.ts';
import type { KakaoContext } from './context.ts';
import { longestText } from './inputs.ts';
import { placeholdersIn } from './placeholders.ts';
import { isLong, shorten, textLimit } from './shorten.ts';

/** A text: whole where it fits, else its beginning with a link to a page that has all of it. */
export function textContent(text: string, context: KakaoContext): Content {
  return {
    text,
    check: (message) => checkText(message, context),
    async build() {
      const link = isLong(text) ? await publish(text, context) : context.link;
      const shown = isLong(text) ? shorten(text) : text;
      return { template: textTemplate({ text: shown, link: link ? webLink(link) : {} }), link };
    },
  };
}

/** What stands against the text, and against the people in `to` where there are any. */
export function checkText(message: OutboundMessage, context: KakaoContext): CheckResult {
  const { kakao, link = {}, pages } = context;
  const placeholders = placeholdersIn([message.text], 'text');
  // What is not filled has no length.
  if (placeholders.length > 0)
    return { ...measure(message, context), ok: false, errors: placeholders };
  const found = createMessageClient(kakao, { link }).check(message);
  const errors = found.errors.flatMap((issue): Issue[] => {
    if (issue.code !== 'MESSAGE_TOO_LONG') return [issue];
    if (!pages) return [noPages(found.characters)];
    return found.characters > longestText ? [tooLong(found.characters)] : [];
  });
  return { ...found, ok: errors.length === 0, errors };
}

function measure({ to }: OutboundMessage, { kakao }: KakaoContext): CheckResult {
  return createMessageClient(kakao, { link: {} }).check({ to, text: '-' });
}

function noPages(characters: number): Issue {
  return {
    code: 'MESSAGE_TOO_LONG',
    field: 'text',
    message: `${characters} characters; KakaoTalk takes ${textLimit}. Longer texts go with a link to a page of this server, which needs BASE_URL.`,
    details: { characters, limit: textLimit },
  };
}

function tooLong(characters: number): Issue {
  return {
    code: 'MESSAGE_TOO_LONG',
    field: 'text',
    message: `${characters} characters; a page takes ${longestText}.`,
    details: { characters, limit: longestText },
  };
}

async function publish(text: string, { pages }: KakaoContext): Promise<string | undefined> {
  try {
    return await pages?.publish(text);
  } catch (cause) {
    if (JeonboError.is(cause) && !cause.mayHaveBeenSent) throw cause;
    throw new JeonboError(
      'INTERNAL_ERROR',
      'The page of the text could not be made. Nothing was sent.',
      {
        provider: 'kakao',
        cause,
      },
    );
  }
}
