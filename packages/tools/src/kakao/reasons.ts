import type { ErrorCode, JeonboError } from '@jeonbo/core';

/** Why a person did not get it, in words that do not change. */
export const reasons = [
  'not_a_friend',
  'blocked',
  'no_kakaotalk',
  'no_device',
  'receiver_quota',
  'pair_quota',
  'sender_quota',
  'monthly_quota',
  'app_quota',
  'consent_required',
  'not_tried',
  'unknown',
  'refused',
] as const;

type Reason = (typeof reasons)[number];

/** By Kakao's own number, where one code of ours stands for several of them. */
const byNumber: Readonly<Record<string, Reason>> = {
  '-501': 'no_kakaotalk',
  '-502': 'not_a_friend',
  '-504': 'no_device',
  '-530': 'blocked',
  '-531': 'monthly_quota',
  '-532': 'sender_quota',
  '-533': 'receiver_quota',
  '-536': 'pair_quota',
  '-10': 'app_quota',
  '-11': 'app_quota',
};

const byCode: Readonly<Partial<Record<ErrorCode, Reason>>> = {
  CONSENT_REQUIRED: 'consent_required',
  // An earlier part ended in a way that the rest would have met as well.
  CANCELED: 'not_tried',
};

export function reasonOf({ code, providerCode = '', mayHaveBeenSent }: JeonboError): Reason {
  if (mayHaveBeenSent) return 'unknown';
  return byNumber[providerCode] ?? byCode[code] ?? 'refused';
}
