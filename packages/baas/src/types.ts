import type { BulkOptions, BulkOutcome, CallOptions, CheckResult, Issue } from '@jeonbo/core';
import type { HttpHooks } from '@jeonbo/core/http';
import type { SendLedger } from '@jeonbo/core/ledger';

/** Which of the vendor's two forms of the API: see spec and README. */
export type BaasProfile = 'v1' | 'v2';

export interface BaasClientOptions extends HttpHooks {
  /** Default: the environment variable `BAAS_API_KEY`, read at the first call. */
  readonly apiKey?: string;
  /** UUID of the project; profile `v1` sends it. Default: `PROJECT_ID`, else `BAAS_PROJECT_ID`. */
  readonly projectId?: string;
  /** Default: `BAAS_PROFILE`, else `v1`. */
  readonly profile?: BaasProfile;
  /** `header` sends `X-API-KEY`, `bearer` sends `Authorization: Bearer`. Default `header`. */
  readonly auth?: 'header' | 'bearer';
  /** Default: `BAAS_API_BASE_URL`, else `https://api.aiapp.link`. */
  readonly baseUrl?: string;
  /** For one request, in milliseconds. Default 30000. */
  readonly timeoutMs?: number;
  /** Default: the global one. */
  readonly fetch?: typeof globalThis.fetch;
  /** Repeats a send that was refused with 429. Default `false`: the vendor does not promise it was not processed. */
  readonly retryOn429?: boolean;
  /** Path of a history endpoint, should the vendor offer one. There is none today, so there is no default. */
  readonly historyPath?: string;
  /** Where sends with an idempotency key are noted. Default: in memory. */
  readonly ledger?: SendLedger;
}

export interface BaasRecipient {
  /** A Korean mobile number in any common form: `010-1234-5678`, `01012345678`, `+82 10-1234-5678`. */
  readonly phoneNumber: string;
  /** The id of a registered recipient, or any id of yours the vendor accepts. */
  readonly memberCode: string;
}

export interface SmsInput {
  /** 1 to 1000. */
  readonly recipients: readonly BaasRecipient[];
  /** 1 to 2000 characters, not blank. */
  readonly message: string;
  /** Registered sender number. */
  readonly callbackNumber: string;
  /** Overrides the client's. */
  readonly projectId?: string;
}

export interface MmsInput extends SmsInput {
  /** At most 40 characters. */
  readonly subject: string;
  /** At most 5 public http(s) addresses. */
  readonly imageUrls?: readonly string[];
}

/** What the vendor took. Accepted is not delivered: ask `messages.status(groupId)`. */
export interface GroupReceipt {
  readonly groupId: number;
  /** Recipients accepted with the group: all of them, the vendor accepts or refuses a group as a whole. */
  readonly accepted: number;
  /** The vendor's own words. */
  readonly message: string;
  readonly warnings: readonly Issue[];
  readonly requestId: string | undefined;
  /** The answer as it came. */
  readonly raw: unknown;
}

/** The vendor's words: 성공 delivered, 실패 failed, 부분성공 some of each, 전송중 under way. */
export type GroupStatusWord = '성공' | '실패' | '부분성공' | '전송중';

export interface GroupMessage {
  readonly phone: string;
  readonly name: string | null;
  /** The vendor's own word; anything but 성공 and 실패 is pending. */
  readonly status: string;
  readonly reason: string | null;
}

export interface GroupStatus {
  readonly groupId: number;
  readonly status: GroupStatusWord;
  readonly totalCount: number;
  readonly successCount: number;
  readonly failedCount: number;
  readonly pendingCount: number;
  readonly messages: readonly GroupMessage[];
}

export interface RecipientInput {
  readonly name: string;
  readonly phone: string;
  readonly description?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly projectId?: string;
}

export interface RegisteredRecipient {
  /** Use it as `memberCode`. */
  readonly id: string;
  readonly raw: unknown;
}

export interface HistoryInput {
  readonly offset?: number;
  readonly limit?: number;
  readonly projectId?: string;
}

export interface SendManyOptions extends BulkOptions {
  /** Everything but the recipients. */
  readonly message: string;
  readonly callbackNumber: string;
  /** Given: an MMS. */
  readonly subject?: string;
  readonly imageUrls?: readonly string[];
  readonly projectId?: string;
  /** Recipients a request, at most 1000 (the default). */
  readonly chunkSize?: number;
}

/** What became of one chunk of `sendMany`. */
export type ChunkOutcome = BulkOutcome<BaasRecipient, GroupReceipt>;

export interface BaasCheckInput {
  readonly message: string;
  /** Given (even empty): measured as an MMS. */
  readonly subject?: string;
  readonly callbackNumber?: string;
  readonly recipients?: readonly BaasRecipient[];
  readonly imageUrls?: readonly string[];
  readonly purpose?: 'transactional' | 'ad' | 'otp';
  readonly nightConsent?: boolean;
}

/** The vendor's API as it is. For code that may change provider see `createMessageClient`. */
export interface BaasClient {
  readonly sms: { send(input: SmsInput, options?: CallOptions): Promise<GroupReceipt> };
  readonly mms: { send(input: MmsInput, options?: CallOptions): Promise<GroupReceipt> };
  readonly messages: {
    status(groupId: number, options?: CallOptions): Promise<GroupStatus>;
    /** `NOT_SUPPORTED` unless `historyPath` is set: the vendor offers none. */
    history(input?: HistoryInput, options?: CallOptions): Promise<unknown>;
  };
  readonly recipients: {
    register(input: RecipientInput, options?: CallOptions): Promise<RegisteredRecipient>;
  };
  /** Everything that can be known without a network. */
  check(input: BaasCheckInput): CheckResult;
  /** Any number of recipients in constant memory, one outcome a chunk. */
  sendMany(
    recipients: Iterable<BaasRecipient> | AsyncIterable<BaasRecipient>,
    options: SendManyOptions,
  ): AsyncGenerator<ChunkOutcome, void, undefined>;
  /** The project this client sends for, where it is known. */
  readonly projectId: string | undefined;
  /** The ledger it was given. */
  readonly ledger: SendLedger | undefined;
}

export interface MessageClientOptions {
  /** Sender number where a message names none. Default: `BAAS_CALLBACK_NUMBER`. */
  readonly from?: string;
  readonly projectId?: string;
}
