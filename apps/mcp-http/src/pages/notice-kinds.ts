/** What may end a flow, with the HTTP status that belongs to it. */
export const noticeStatus = {
  /** The friends consent is there: back to the app. */
  friendsAgreed: 200,
  /** The same for another consent that was missing. */
  agreed: 200,
  /** The person said no to more, at Kakao, and there is no client to lead back to. */
  declined: 200,
  /** The callback was opened in another browser than the one that began. */
  wrongBrowser: 403,
  /** `state`, form or link: too old, used before or never issued. */
  expired: 400,
  /** The consent was given with another Kakao account than the one it was asked of. */
  otherAccount: 403,
  /** The client's request is wrong: unknown client, redirect URI that is not registered. */
  badRequest: 400,
  /** Kakao answered with an error. */
  kakaoRefused: 502,
  /** Kakao did not answer in time. */
  kakaoUnreachable: 504,
  /** A message page that never was or whose time is over. */
  messageGone: 404,
  /** Another address at which nothing is. */
  notFound: 404,
  tooManyRequests: 429,
  /** A mistake of ours. */
  fault: 500,
} as const;

export type NoticeKind = keyof typeof noticeStatus;
