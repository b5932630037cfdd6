import { JeonboError } from '@jeonbo/core';
import type { PersonReply, ToolAnswer, ToolCall } from '../tool.ts';
import type { KakaoContext } from './context.ts';

interface Work {
  /** @param carried what `carry` gave, where the person was sent to a link in between */
  readonly attempt: (carried?: string) => Promise<ToolAnswer>;
  /** What an attempt had and the next one needs as well: that the person agreed to the send itself. */
  readonly carry?: () => Promise<string | undefined>;
}

/**
 * Runs what may end for want of a consent. Then the person is asked for it: by their client where it can show an
 * address, after which the call goes on, else by the agent, with the address that the failure holds. A send that ends
 * so was certainly not sent, so it may simply be repeated.
 */
export async function withConsent(
  work: Work,
  context: KakaoContext,
  { person, signal }: Pick<ToolCall, 'person' | 'signal'>,
): Promise<ToolAnswer> {
  const opened = readState(person.reply);
  if (opened && !person.reply?.agreed) throw await withAddress(notOpened(opened.scopes), context);
  const first = await failureOf(work.attempt(opened?.carried));
  if ('answer' in first) return first.answer;
  const { missing } = first;
  if (!opened) {
    if (!context.consent || !person.canOpenLinks) throw await withAddress(missing, context);
    const state = writeState(missing, await work.carry?.());
    return { question: { message: words(context), url: await context.consent(missing), state } };
  }
  // The link was opened; what was done there is known when the person is done.
  if (!context.consented) throw await withAddress(missing, context);
  await context.consented(missing, signal);
  const second = await failureOf(work.attempt(await work.carry?.()));
  if ('answer' in second) return second.answer;
  throw await withAddress(second.missing, context);
}

/** An answer, or the consent that is missing; anything else is thrown on. */
async function failureOf(
  attempt: Promise<ToolAnswer>,
): Promise<{ readonly answer: ToolAnswer } | { readonly missing: JeonboError }> {
  try {
    return { answer: await attempt };
  } catch (error) {
    if (JeonboError.is(error) && error.code === 'CONSENT_REQUIRED') return { missing: error };
    throw error;
  }
}

function notOpened(scopes: readonly string[]): JeonboError {
  const message = 'The person did not open the page. Nothing was sent.';
  const details = { required_scopes: scopes };
  return new JeonboError('CONSENT_REQUIRED', message, { provider: 'kakao', details });
}

/** The same error, and where to agree. */
async function withAddress(error: JeonboError, { consent }: KakaoContext): Promise<JeonboError> {
  if (!consent) return error;
  const { code, message, receipt, cause } = error;
  const details = { ...error.details, consent_url: await consent(error) };
  return new JeonboError(code, message, { ...error, details, receipt, cause });
}

/* What comes back with the reply, sealed: which consent it was about, and what is carried. */

const none = '-';

function writeState({ details }: JeonboError, carried = none): string {
  return ['consent', carried, ...[details?.required_scopes ?? []].flat()].join(' ');
}

function readState(reply: PersonReply | undefined) {
  const [kind, carried, ...scopes] = reply?.to === 'link' ? reply.state.split(' ') : [];
  if (kind !== 'consent') return undefined;
  return { scopes, ...(carried !== undefined && carried !== none && { carried }) };
}

function words({ language }: KakaoContext): string {
  return {
    en: 'Kakao needs your consent for this. Open the page, agree, and come back.',
    ko: '카카오 동의가 더 필요합니다. 페이지를 열어 동의한 뒤 돌아오세요.',
  }[language];
}
