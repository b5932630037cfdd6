/** What the sandbox knows from the start. Without accounts every key is accepted. */
export interface Seed {
  readonly baas?: BaasSeed | undefined;
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
