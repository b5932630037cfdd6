export { all, failure } from './failure.ts';
export type { Answer, Asked } from './kakao.ts';
export {
  json,
  kakaoServer,
  refreshRefused,
  refusal,
  sentToAll,
  sentToMe,
  tokenAnswer,
  tokenOver,
} from './kakao.ts';
export { signingKey, signWithSecret, unsigned } from './keys.ts';
