import { JeonboError } from '@jeonbo/core';
import { fill } from '@jeonbo/server';
import type { Language } from '../types.ts';

const words = {
  en: {
    nobody: 'Nobody is logged in as {account}. In a terminal of this machine: {command}',
    otherApp:
      'The login {account} is of another app than KAKAO_CLIENT_ID. In a terminal of this machine: {command}',
    over: 'The login {account} is over. In a terminal of this machine: {command}',
    consent:
      'Nothing was sent. The person has to agree to {scopes}; repeat this call afterwards. In a terminal of this machine: {command}',
  },
  ko: {
    nobody:
      '{account} 계정으로 로그인한 사람이 없습니다. 이 컴퓨터의 터미널에서 실행하세요: {command}',
    otherApp:
      '{account} 계정은 KAKAO_CLIENT_ID와 다른 앱의 로그인입니다. 이 컴퓨터의 터미널에서 실행하세요: {command}',
    over: '{account} 계정의 로그인이 끝났습니다. 이 컴퓨터의 터미널에서 실행하세요: {command}',
    consent:
      '발송되지 않았습니다. 로그인한 사람이 {scopes}에 동의한 뒤 다시 호출하세요. 이 컴퓨터의 터미널에서 실행하세요: {command}',
  },
} as const satisfies Record<Language, Record<string, string>>;

interface Login {
  readonly account: string;
  readonly language: Language;
}

export function noLogin(why: 'nobody' | 'otherApp', { account, language }: Login): JeonboError {
  const command = loginCommand(account);
  return new JeonboError('MISSING_CREDENTIALS', fill(words[language][why], { account, command }), {
    provider: 'kakao',
    field: 'KAKAO_ACCOUNT',
    details: { login_command: command },
  });
}

/** Of a Kakao app that knows the person no longer; another secret or key would be refused by other codes. */
const loginIsOver = ['KOE322', 'invalid_grant', '-401', '-101', '-103'];

/**
 * A failure that a login mends says which: on stdio nobody listens where a page could lead back to, so there is a command
 * in place of a link. Any other failure stays as it is.
 */
export function withLoginCommand(error: unknown, { account, language }: Login): unknown {
  if (!JeonboError.is(error) || error.provider !== 'kakao') return error;
  const texts = words[language];
  if (error.code === 'CONSENT_REQUIRED') {
    const scopes = [error.details?.required_scopes ?? []].flat().join(',');
    const command = `${loginCommand(account)}${scopes && ` --scopes ${scopes}`}`;
    return renewed(error, fill(texts.consent, { scopes, command }), command);
  }
  if (error.code !== 'AUTHENTICATION_FAILED') return error;
  if (!loginIsOver.includes(error.providerCode ?? '')) return error;
  const command = loginCommand(account);
  return renewed(error, fill(texts.over, { account, command }), command);
}

function renewed(error: JeonboError, message: string, command: string): JeonboError {
  const { code, receipt, cause } = error;
  const details = { ...error.details, login_command: command };
  return new JeonboError(code, message, { ...error, details, receipt, cause });
}

function loginCommand(account: string): string {
  return `jeonbo-mcp kakao login --account ${account}`;
}
