import { JeonboError } from '@jeonbo/core';
import type { ToolAnswer, ToolCall } from '../tool.ts';
import type { KakaoContext } from './context.ts';

/** What comes back with the reply: that it was this link which was opened. */
const state = 'consent';

/**
 * Runs what may end for want of a consent. Then the person is asked for it: by their client where it can show an
 * address, after which the call goes on, else by the agent, with the address that the failure holds. A send that ends
 * so was certainly not sent, so it may simply be repeated.
 */
export async function withConsent(
  attempt: () => Promise<ToolAnswer>,
  context: KakaoContext,
  { person, signal }: Pick<ToolCall, 'person' | 'signal'>,
): Promise<ToolAnswer> {
  const { consent } = context;
  const isOpen = person.reply?.to === 'link' && person.reply.state === state;
  try {
    return await attempt();
  } catch (error) {
    if (!consent || !isMissing(error)) throw error;
    if (isOpen && person.reply?.agreed) return tryAgain(attempt, error, consent, context, signal);
    const url = await consent(error);
    if (!isOpen && person.canOpenLinks)
      return { question: { message: words(context), url, state } };
    throw withAddress(error, url);
  }
}

/** The link was opened; what was done there is known when the person is done. */
async function tryAgain(
  attempt: () => Promise<ToolAnswer>,
  missing: JeonboError,
  consent: NonNullable<KakaoContext['consent']>,
  { consented }: KakaoContext,
  signal: AbortSignal | undefined,
): Promise<ToolAnswer> {
  if (!consented) throw withAddress(missing, await consent(missing));
  await consented(missing, signal);
  try {
    return await attempt();
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw withAddress(error, await consent(error));
  }
}

function isMissing(error: unknown): error is JeonboError {
  return JeonboError.is(error) && error.code === 'CONSENT_REQUIRED';
}

function withAddress(error: JeonboError, url: string): JeonboError {
  const { code, message, receipt, cause } = error;
  const details = { ...error.details, consent_url: url };
  return new JeonboError(code, message, { ...error, details, receipt, cause });
}

function words({ language }: KakaoContext): string {
  return {
    en: 'Kakao needs your consent for this. Open the page, agree, and come back.',
    ko: '카카오 동의가 더 필요합니다. 페이지를 열어 동의한 뒤 돌아오세요.',
  }[language];
}
