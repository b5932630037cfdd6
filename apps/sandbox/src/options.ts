import type { Clock } from './clock.ts';
import type { Exchange, Fault, SandboxEvent, SandboxMessage, StandingFault } from './contract.ts';
import type { MessageCounts } from './messages/message-log.ts';
import type { MessageQuery } from './messages/query.ts';
import type { WaitQuery } from './messages/wait-for-message.ts';
import type { Seed } from './seed/seed.ts';
import type { SandboxSnapshot } from './snapshot.ts';

export interface SandboxOptions {
  /** Accounts, registered senders and people. Without it every key is accepted. */
  readonly seed?: Seed | undefined;
  /** Each step of delivery (pending → sent → delivered) in milliseconds. Default 300; 0 delivers at once. */
  readonly deliveryMs?: number | undefined;
  /** How many messages and exchanges are kept; the oldest give way, the counts stay right. Default 10000. */
  readonly keep?: number | undefined;
  /** Where time comes from. Default: the real one. */
  readonly clock?: Clock | undefined;
  /** Names under which the sandbox may be asked, beside this machine, addresses and names without a dot. */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Folder of the built inbox. Default: the one that comes with the package. */
  readonly webFolder?: string | undefined;
}

export interface StartOptions extends SandboxOptions {
  /** Default 0: any free one. */
  readonly port?: number | undefined;
  /** Default 127.0.0.1. The sandbox has no password: think twice before you give another. */
  readonly host?: string | undefined;
}

/** The providers on this machine, as a test drives them. */
export interface Sandbox {
  /** The base address of every provider, without a slash at the end. */
  readonly url: string;
  /** A fetch that needs no socket: hand it to a client as its `fetch` option. */
  readonly fetch: typeof globalThis.fetch;
  /** What arrived, newest last. */
  messages(query?: MessageQuery): SandboxMessage[];
  /** The newest message that matches, awaited where there is none yet. Rejects after `timeoutMs`, saying what came. */
  waitFor(query: WaitQuery): Promise<SandboxMessage>;
  /** Lets the next request (or `times` of them) go wrong. The answer takes the fault back. */
  fault(fault: Fault): () => void;
  /** The faults that still wait for a request. */
  readonly faults: readonly StandingFault[];
  /** Every request to a provider and its answer, keys redacted. */
  exchanges(): Exchange[];
  /** Of all messages that ever came, by state. */
  counts(): MessageCounts;
  /** Called for every message and every change of one. The answer ends it. */
  onEvent(listener: (event: SandboxEvent) => void): () => void;
  snapshot(): SandboxSnapshot;
  /** Everything as it was; deliveries under way go on. */
  restore(snapshot: SandboxSnapshot): void;
  /** Back to the seed: no messages, exchanges, faults. */
  reset(): void;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}
