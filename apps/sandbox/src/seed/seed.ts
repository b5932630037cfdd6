/** What the sandbox knows from the start. Without accounts every key is accepted. */
export interface Seed {
  readonly baas?: BaasSeed | undefined;
  readonly twilio?: TwilioSeed | undefined;
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
