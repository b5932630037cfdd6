import type { Clock } from '../clock.ts';
import type { Fault, SandboxMessage, WebhookCall } from '../contract.ts';
import type { MessageDraft } from '../messages/draft.ts';

/** The request in which messages came. Plain data, so that a provider can keep it until it sends them. */
export interface Origin {
  /** 0 where no request to a provider path did it. */
  readonly exchangeId: number;
  /** May want its messages to end in some way, or slowly. */
  readonly fault: Fault | null;
}

/** What a provider may use of the sandbox at any time, between requests too. */
export interface ProviderHost {
  readonly clock: Clock;
  /** Takes messages; from here they move on by themselves. */
  accept(drafts: readonly MessageDraft[], origin: Origin): readonly SandboxMessage[];
  /** A message as it stands now, if it is still kept. */
  message(id: number): SandboxMessage | undefined;
  /** Fires at close: what still waits then, ends. */
  readonly closing: AbortSignal;
}

/** What a provider may use while it handles one request. */
export interface ProviderContext extends Pick<ProviderHost, 'clock' | 'message'> {
  readonly origin: Origin;
  /** Takes messages of this request. */
  accept(drafts: readonly MessageDraft[]): readonly SandboxMessage[];
}

/** `leaving` comes half a step before `sent`; the others are the states of a message. */
export type DeliveryStep = 'leaving' | 'sent' | 'delivered' | 'failed';

/** One provider at its real paths. A new one is a sibling folder of `baas` and one line in create-sandbox.ts. */
export interface Provider<State = unknown> {
  readonly name: SandboxMessage['provider'];
  /** Whether a path is this provider's. */
  matches(path: string): boolean;
  handle(request: Request, context: ProviderContext): Promise<Response> | Response;
  /** This provider's own error body for a status at one of its paths, as faults answer it. */
  error(status: number, path: string): Response;
  /** Told of every step that one of its messages takes; a restore tells nothing. */
  onStep?(message: SandboxMessage, step: DeliveryStep): void;
  /** What it can be asked beside its real paths: `POST /_sandbox/<name>/<key>`. */
  readonly controls?: Readonly<Record<string, (request: Request) => Promise<Response>>>;
  /** The webhooks a message has caused so far. */
  webhooks?(message: SandboxMessage): readonly WebhookCall[];
  /** All messages were cleared; what else it knows stays. */
  forgetMessages?(): void;
  /** Back to the seed. */
  reset(): void;
  /** Plain data, for snapshots. */
  save(): State;
  load(state: State): void;
}
