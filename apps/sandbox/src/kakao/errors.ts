import type { KakaoReceiverError } from '../seed/seed.ts';

/**
 * The error codes of kapi with HTTP status and words. The words of -2, -3, -401, -402 and -532 are Kakao's own; where
 * its documents give a cause only, they are in its manner.
 */
const table = {
  '-1': [400, 'InternalError'],
  '-2': [400, 'InvalidParameter'],
  '-3': [403, 'The feature is not enabled for this app.'],
  '-5': [403, 'The app has no permission to request this API.'],
  '-7': [400, 'The service has an internal problem.'],
  '-9': [400, 'This API is no longer provided.'],
  '-10': [400, 'API limit has been exceeded.'],
  '-101': [400, 'NotRegisteredUserException'],
  '-401': [401, 'this access token does not exist'],
  '-402': [403, 'insufficient scopes.'],
  '-501': [400, 'not existing KakaoTalk user.'],
  '-502': [400, 'the receiver is not a friend of the sender.'],
  '-504': [400, 'no device of the receiver supports the message.'],
  '-530': [400, 'the receiver blocked messages.'],
  '-531': [400, 'monthly message limit has been exceeded.'],
  '-532': [400, 'daily message limit per sender has been exceeded.'],
  '-533': [400, 'daily message limit per receiver has been exceeded.'],
  '-9798': [503, 'The service is under maintenance.'],
  '-536': [400, 'daily message limit per sender and receiver has been exceeded.'],
} as const satisfies Readonly<Record<`-${number}`, readonly [status: number, message: string]>>;

type NumberIn<Text> = Text extends `${infer Code extends number}` ? Code : never;

export type KakaoErrorCode = NumberIn<keyof typeof table>;

export const receiverErrors: readonly KakaoReceiverError[] = [-501, -504, -530, -531, -533];

export function statusOf(code: KakaoErrorCode): number {
  return table[`${code}`][0];
}

export function wordsOf(code: KakaoErrorCode): string {
  return table[`${code}`][1];
}
