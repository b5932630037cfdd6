import type { Language } from '@jeonbo/core';
import { type Configuration, errors } from 'oidc-provider';
import { noticePage, noticeStatus, pageHeaders, pageLanguage } from '../pages/index.ts';

/** What a person sees where the client's request is so wrong that nobody may be led back to it. */
export function createErrorPage(language: Language): NonNullable<Configuration['renderError']> {
  return (ctx, out, error) => {
    const isOver = error instanceof errors.SessionNotFound;
    const kind = ctx.status >= 500 ? 'fault' : isOver ? 'expired' : 'badRequest';
    ctx.status = noticeStatus[kind];
    ctx.set({ ...pageHeaders('notice') });
    const wanted = pageLanguage(ctx.get('accept-language'), language);
    ctx.body = noticePage({ language: wanted, kind, code: out.error });
  };
}
