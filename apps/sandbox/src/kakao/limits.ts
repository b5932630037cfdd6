const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

// Of Kakao's own documents; see each.
export const limits = {
  /** https://developers.kakao.com/docs/latest/en/kakaologin/rest-api#request-code */
  codeMs: 10 * minute,
  /** As Kakao tells it: a second less than six hours. */
  accessTokenMs: 21_599 * second,
  refreshTokenMs: 5_183_999 * second,
  /** A refresh token with less than this left is replaced. */
  refreshRenewalMs: 30 * day,
  accessTokens: { count: 20, windowMs: 10 * minute },
  refreshes: { count: 30, windowMs: 60 * minute },
  receivers: 5,
  friendsPerPage: 100,
  textCharacters: 200,
  buttons: 2,
  /** Messages a day: https://developers.kakao.com/docs/latest/en/getting-started/quota */
  perDay: { app: 30_000, sender: 100, receiver: 100, pair: 20 },
} as const;
