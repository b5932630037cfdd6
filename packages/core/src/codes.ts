/**
 * Every error code of Jeonbo, in one table. The maps beside it (`http-status.ts`, `texts.ts`) are total over it:
 * a code added here without a status and words in both languages does not compile.
 */
export const errorCodes = [
  /** No project id was given, neither as a parameter nor by the environment. */
  'MISSING_PROJECT_ID',
  /** A key or token that the provider needs was not given. */
  'MISSING_CREDENTIALS',
  /** A value has the wrong type or form; `details.field` names it. */
  'VALIDATION_ERROR',
  /** Fewer or more recipients than one call takes. */
  'INVALID_RECIPIENTS_COUNT',
  /** The text is empty or only white space. */
  'EMPTY_MESSAGE',
  /** The text is longer than the provider takes. */
  'MESSAGE_TOO_LONG',
  /** The subject is longer than the provider takes. */
  'SUBJECT_TOO_LONG',
  /** More images than the provider takes. */
  'TOO_MANY_IMAGES',
  /** A recipient's number is no number that can receive this message. */
  'INVALID_PHONE_NUMBER',
  /** The sender number is not of a form the provider accepts. */
  'INVALID_CALLBACK_NUMBER',
  /** An image address is not a public http(s) URL. */
  'INVALID_IMAGE_URL',
  /** A scheduled time is outside what the provider allows. */
  'INVALID_SCHEDULE',
  /** A text declared as advertising breaks a rule for advertising. */
  'AD_RULE_VIOLATION',
  /** The provider refused the key or token. */
  'AUTHENTICATION_FAILED',
  /** The key is valid but may not do this. */
  'PERMISSION_DENIED',
  /** The person has not agreed to this use of their account yet. */
  'CONSENT_REQUIRED',
  /** Too many requests; `retryAfterMs` where the provider said when. */
  'RATE_LIMITED',
  /** A daily or monthly allowance of the provider is used up. */
  'QUOTA_EXCEEDED',
  /** The provider refused this one recipient. */
  'RECIPIENT_REJECTED',
  /** KakaoTalk: this person is not, or no longer, a friend who can be written to. */
  'NOT_A_FRIEND',
  /** KakaoTalk: this person takes no messages from the sender. */
  'RECIPIENT_BLOCKED',
  /** The request left and no clear answer came: the message may have been sent. Never resend by program. */
  'DELIVERY_UNKNOWN',
  /** No answer in time, and nothing can have been sent. */
  'TIMEOUT',
  /** The provider could not be reached; nothing left. */
  'NETWORK_ERROR',
  /** The provider answered something that cannot be read. */
  'INVALID_RESPONSE',
  /** This provider or setting does not offer that. */
  'NOT_SUPPORTED',
  /** The same key was used for another content. */
  'DUPLICATE_SEND',
  /** A guard rail: this recipient is not on the allowed list. */
  'RECIPIENT_NOT_ALLOWED',
  /** A guard rail: the daily number of recipients is used up. */
  'SEND_LIMIT_REACHED',
  /** A guard rail: the person was asked and said no. */
  'CONFIRMATION_DECLINED',
  /** A guard rail: the text holds a key or secret. */
  'SECRET_IN_MESSAGE',
  /** The thing asked for does not exist. */
  'NOT_FOUND',
  /** The thing exists already, or changed meanwhile. */
  'CONFLICT',
  /** The caller canceled the call before anything left. */
  'CANCELED',
  /** The provider refused the request with an error of its own; see `providerCode`. */
  'API_ERROR',
  /** A fault of this program. */
  'INTERNAL_ERROR',
  /** url-db: a composite key is not `tool:domain:id`. */
  'INVALID_COMPOSITE_KEY',
  /** url-db: no such domain. */
  'DOMAIN_NOT_FOUND',
  /** url-db: no such node. */
  'NODE_NOT_FOUND',
] as const;

export type ErrorCode = (typeof errorCodes)[number];
