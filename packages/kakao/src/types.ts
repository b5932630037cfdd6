import type { BulkOptions, CallOptions, CheckResult, Issue, JeonboError } from '@jeonbo/core';
import type { HttpHooks } from '@jeonbo/core/http';
import type { SendLedger } from '@jeonbo/core/ledger';
import type {
  CustomContent,
  KakaoContent,
  KakaoLink,
  KakaoTemplate,
  ScrapContent,
} from './content-types.ts';
import type { TokenStore } from './token-store.ts';

export interface KakaoOAuthOptions extends HttpHooks {
  /** REST API key of the app. Default: the environment variable `KAKAO_CLIENT_ID`, read at the first call. */
  readonly clientId?: string;
  /** Default: `KAKAO_CLIENT_SECRET`; needed where the console says that it is used. */
  readonly clientSecret?: string;
  /** Default: `KAKAO_AUTH_BASE_URL`, else `https://kauth.kakao.com`. Also the issuer of id_tokens. */
  readonly authBaseUrl?: string;
  /** Default: `KAKAO_API_BASE_URL`, else `https://kapi.kakao.com`. */
  readonly apiBaseUrl?: string;
  /** For one request, in milliseconds. Default 30000. */
  readonly timeoutMs?: number;
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch;
}

export interface KakaoClientOptions extends KakaoOAuthOptions {
  /** Where the tokens of people who logged in are kept. This or `accessToken` is needed. */
  readonly tokens?: TokenStore;
  /** Whose tokens, and whose sends in the ledger. Default `default`. */
  readonly account?: string;
  /** One token in place of a store: used as it is, never renewed. */
  readonly accessToken?: string;
  /** Repeats a send that was refused with 429. Default `false`: Kakao does not promise it was not processed. */
  readonly retryOn429?: boolean;
  /** Where sends with an idempotency key are noted. Default: in memory. */
  readonly ledger?: SendLedger;
}

/** Kakao took a message to oneself. It gives no id and reports no delivery. */
export interface MemoReceipt {
  readonly warnings: readonly Issue[];
  /** The answer as it came. */
  readonly raw: unknown;
}

/** What became of one receiver: `rejected` is certainly not sent, `unknown` may have been. */
export type ReceiverOutcome =
  | { readonly uuid: string; readonly state: 'sent' }
  | {
      readonly uuid: string;
      readonly state: 'rejected' | 'unknown';
      readonly error: JeonboError;
    };

/** What became of a message to friends. Kakao answers 200 to partial failures, so look at `outcome`. */
export interface FriendsReceipt {
  /** `complete` only where everybody was sent to, `none` where nobody certainly was. */
  readonly outcome: 'complete' | 'partial' | 'none';
  /** Everybody, each once, in the order given. */
  readonly receivers: readonly ReceiverOutcome[];
  readonly warnings: readonly Issue[];
  /** The answers as they came, one a request. */
  readonly raw: readonly unknown[];
}

/** What became of one request of `sendMany`. */
export interface SendManyOutcome extends Omit<FriendsReceipt, 'raw'> {
  /** Position of the first receiver in the input. */
  readonly offset: number;
}

export type SendManyOptions = BulkOptions & KakaoContent;

/** The fields of a friend; what the person does not show is `null`. There is no real name in it. */
export interface Friend {
  /** Names the friend to this app only, and may change. It is no RFC 4122 UUID. */
  readonly uuid: string;
  readonly id: number | null;
  readonly profileNickname: string | null;
  readonly profileThumbnailImage: string | null;
  readonly favorite: boolean | null;
  /** Whether this friend takes messages. */
  readonly allowedMsg: boolean | null;
}

export interface FriendOrdering {
  /** Default: Kakao's, `favorite`. */
  readonly friendOrder?: 'favorite' | 'nickname' | 'age';
  /** Default: Kakao's, `asc`. */
  readonly order?: 'asc' | 'desc';
  /** Skips as many. Default 0. */
  readonly offset?: number;
}

export interface FriendsFilter extends FriendOrdering {
  /** Ends after as many. Default: no end. */
  readonly limit?: number;
  /** Friends a request, 1 to 100 (the default). */
  readonly pageSize?: number;
}

export interface FriendsPageInput extends FriendOrdering {
  /** 1 to 100. Default 10. */
  readonly limit?: number;
}

export interface FriendsPage {
  readonly friends: readonly Friend[];
  readonly totalCount: number;
}

export interface KakaoUser {
  /** The id of the person in this app. */
  readonly sub: string;
  readonly nickname: string | null;
  readonly picture: string | null;
  readonly email: string | null;
  readonly raw: unknown;
}

export interface KakaoScope {
  /** `talk_message` */
  readonly id: string;
  readonly displayName: string | null;
  readonly agreed: boolean;
  /** Whether the app uses it now. */
  readonly using: boolean | null;
  readonly revocable: boolean | null;
}

export type KakaoCheckInput = KakaoContent & {
  readonly receiverUuids?: readonly string[];
};

interface Receivers {
  /** 1 to 100; the same one twice is sent to once. More go by `sendMany`. */
  readonly receiverUuids: readonly string[];
}

/** Kakao's message API as it is, for one logged-in person. For code that may change provider see `createMessageClient`. */
export interface KakaoClient {
  /** To the person's own chat. */
  readonly memo: {
    sendDefault(template: KakaoTemplate, options?: CallOptions): Promise<MemoReceipt>;
    sendScrap(content: ScrapContent, options?: CallOptions): Promise<MemoReceipt>;
    sendCustom(content: CustomContent, options?: CallOptions): Promise<MemoReceipt>;
  };
  readonly friends: {
    /**
     * Only friends who joined the app and agreed are in it, each once. One request a page, the next one when you get
     * there. Where the list shrinks meanwhile, Kakao's pages may skip somebody.
     */
    list(filter?: FriendsFilter, options?: CallOptions): AsyncGenerator<Friend, void, undefined>;
    page(input?: FriendsPageInput, options?: CallOptions): Promise<FriendsPage>;
    /**
     * A receiver that Kakao refuses is an outcome, not an error.
     *
     * @throws JeonboError where nobody was sent to for a reason that is no receiver's: `CONSENT_REQUIRED`,
     *   `AUTHENTICATION_FAILED`, `QUOTA_EXCEEDED`, `DELIVERY_UNKNOWN`; its `receipt` tells who may have been reached
     */
    sendDefault(
      input: Receivers & { readonly template: KakaoTemplate },
      options?: CallOptions,
    ): Promise<FriendsReceipt>;
    sendScrap(input: Receivers & ScrapContent, options?: CallOptions): Promise<FriendsReceipt>;
    sendCustom(input: Receivers & CustomContent, options?: CallOptions): Promise<FriendsReceipt>;
  };
  readonly user: {
    info(options?: CallOptions): Promise<KakaoUser>;
    scopes(options?: CallOptions): Promise<readonly KakaoScope[]>;
    /** Ends the login at Kakao and forgets its tokens. A login that is over already is no error. */
    logout(options?: CallOptions): Promise<void>;
    /** Takes the person out of the app: every consent is gone. Forgets the tokens. */
    unlink(options?: CallOptions): Promise<void>;
  };
  /** Everything that can be known without a network. */
  check(input: KakaoCheckInput): CheckResult;
  /** Any number of receivers in constant memory, five a request, one outcome a request. */
  sendMany(
    receivers: Iterable<string> | AsyncIterable<string>,
    options: SendManyOptions,
  ): AsyncGenerator<SendManyOutcome, void, undefined>;
  /** The account this client sends for. */
  readonly account: string;
  /** The ledger it was given. */
  readonly ledger: SendLedger | undefined;
}

export interface MessageClientOptions {
  /** Where a touch on the text leads. Default: `BASE_URL` where it is an http(s) URL, else nowhere. */
  readonly link?: string | URL | KakaoLink;
  /** Default: Kakao's own words. */
  readonly buttonTitle?: string;
}
