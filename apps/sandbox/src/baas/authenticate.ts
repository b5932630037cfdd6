import { createHash } from 'node:crypto';
import type { BaasAccount, BaasSeed } from '../seed/seed.ts';
import { BaasRefusal } from './answers.ts';

export interface Caller {
  /** A digest of the key: enough to tell callers apart, and fit for a snapshot. */
  readonly owner: string;
  /** `undefined` where the seed lists no accounts and every key is accepted. */
  readonly account: BaasAccount | undefined;
}

/** `X-API-KEY: key` or `Authorization: Bearer key`. */
export function authenticate(headers: Headers, seed: BaasSeed | undefined): Caller {
  const bearer = /^Bearer\s+(.+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  const key = (headers.get('x-api-key') ?? bearer ?? '').trim();
  if (key === '') throw new BaasRefusal(401, 'UNAUTHORIZED', '인증이 필요합니다.');
  const account = seed?.accounts?.find((candidate) => candidate.key === key);
  if (seed?.accounts !== undefined && account === undefined) {
    throw new BaasRefusal(401, 'UNAUTHORIZED', 'API 키가 유효하지 않습니다.');
  }
  return { owner: createHash('sha256').update(key).digest('hex').slice(0, 16), account };
}
