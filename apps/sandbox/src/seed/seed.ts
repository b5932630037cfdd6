/** What the sandbox knows from the start. Without accounts every key is accepted. */
export interface Seed {
  readonly baas?: BaasSeed | undefined;
  readonly twilio?: TwilioSeed | undefined;
  readonly kakao?: KakaoSeed | undefined;
}

export interface BaasSeed {
  /** Given: only these keys are accepted, and each reaches its own projects only. */
  readonly accounts?: readonly BaasAccount[] | undefined;
}

export interface BaasAccount {
  readonly key: string;
  /** UUIDs. The first is the one implied by the key in the v2 form of the API. */
  readonly projects: readonly string[];
  /** Registered sender numbers. Given: any other is refused. */
  readonly senders?: readonly string[] | undefined;
  /** People whose `member_code` gives their name. */
  readonly recipients?: readonly SeedRecipient[] | undefined;
  /** Messages to a `member_code` that is not registered fail, as they do at the vendor's. Default false. */
  readonly requireRegisteredRecipients?: boolean | undefined;
}

export interface SeedRecipient {
  readonly memberCode: string;
  readonly name: string;
  readonly phone: string;
}

export interface TwilioSeed {
  /** Given: only these credentials are accepted, and each reaches its own messages only. */
  readonly accounts?: readonly TwilioAccount[] | undefined;
}

export interface TwilioAccount {
  /** `AC` and 32 hexadecimal digits. */
  readonly sid: string;
  /** Signs the webhooks too. */
  readonly authToken: string;
  /** `SK` and 32 hexadecimal digits each, with their secrets. */
  readonly apiKeys?: readonly { readonly sid: string; readonly secret: string }[] | undefined;
  /** Numbers it may send from. Given: any other `From` is refused (21606). */
  readonly phoneNumbers?: readonly string[] | undefined;
  /** Given: any other `MessagingServiceSid` is refused (21701). `senders`: default the account's numbers. */
  readonly messagingServices?:
    | readonly { readonly sid: string; readonly senders?: readonly string[] | undefined }[]
    | undefined;
}

export interface KakaoSeed {
  /** Given: only these apps are known, each with its own redirect URIs. Without, every app may come from this machine. */
  readonly apps?: readonly KakaoApp[] | undefined;
  /** Who can log in. Default: a few people who know each other. */
  readonly users?: readonly KakaoUser[] | undefined;
}

export interface KakaoApp {
  /** The REST API key. */
  readonly clientId: string;
  /** Given: the token endpoint wants it. */
  readonly clientSecret?: string | undefined;
  /** As the consent page and the foot of a message name it. Default: Test app. */
  readonly name?: string | undefined;
  /** Compared to the letter. */
  readonly redirectUris: readonly string[];
  /** Consent items that are switched on. Default: all. */
  readonly scopes?: readonly KakaoScope[] | undefined;
  /** Of those, the ones without which nobody gets in. Default: profile_nickname. */
  readonly requiredScopes?: readonly KakaoScope[] | undefined;
  /** Messages a day. Default 30000, as Kakao's. */
  readonly dailyQuota?: number | undefined;
  /** Kakao Login is switched on in the console. Default true; false ends every log-in with KOE004. */
  readonly login?: boolean | undefined;
}

export type KakaoScope =
  | 'openid'
  | 'profile_nickname'
  | 'profile_image'
  | 'talk_message'
  | 'friends';

export interface KakaoUser {
  readonly id: number;
  readonly nickname: string;
  /** Address of the profile picture. */
  readonly image?: string | undefined;
  /** Where the messages show in the inbox, beside the SMS of the same person. */
  readonly phone?: string | undefined;
  /** Joined every app before, with these scopes. Without: has not joined. Whoever lacks `friends` is in no list. */
  readonly agreed?: readonly KakaoScope[] | undefined;
  readonly friends?: readonly KakaoFriend[] | undefined;
  /** Every message to this person fails with this code, such as -530 (blocked) or -533 (quota). */
  readonly fails?: KakaoReceiverError | undefined;
}

export interface KakaoFriend {
  readonly id: number;
  readonly favorite?: boolean | undefined;
}

/** No KakaoTalk, no device that can show it, blocked, monthly quota, daily quota. */
export type KakaoReceiverError = -501 | -504 | -530 | -531 | -533;
