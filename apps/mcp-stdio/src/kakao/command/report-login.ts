import { fill } from '@jeonbo/server';
import type { Context } from '../../context.ts';
import { consents, dayOf, nameOf } from '../plain.ts';
import { asJson } from './as-json.ts';
import { loginTexts } from './login-texts.ts';
import type { Finished } from './waiting.ts';

/** Says who is logged in, what they agreed to, and what is still missing. */
export function reportLogin(
  finished: Finished,
  json: boolean,
  { environment, language, stdout }: Context,
): void {
  if (json) {
    stdout.write(`${JSON.stringify(asJson(finished), null, 2)}\n`);
    return;
  }
  const texts = loginTexts[language];
  const { name: account, scopes, refreshTokenExpiresAt: until } = finished;
  const agreed = consents(scopes);
  const isUsed = (environment.KAKAO_ACCOUNT?.trim() || 'default') === account;
  const lines = [
    texts.done,
    agreed.length > 0 && texts.agreed,
    until === null ? texts.lastsWithout : texts.lasts,
    !scopes.includes('talk_message') && texts.noMessages,
    !scopes.includes('friends') && texts.noFriends,
    !isUsed && texts.useIt,
  ];
  const values = {
    account,
    nickname: nameOf(finished),
    scopes: agreed.join(', '),
    date: until === null ? '' : dayOf(until),
  };
  for (const line of lines) if (line) stdout.write(`${fill(line, values)}\n`);
}
