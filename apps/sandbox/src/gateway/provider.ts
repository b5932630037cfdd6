import type { Clock } from '../clock.ts';
import type { SandboxMessage } from '../contract.ts';
import type { MessageDraft } from '../messages/draft.ts';

/** What a provider may use of the sandbox while it handles one request. */
export interface ProviderContext {
  readonly clock: Clock;
  /** Takes messages; from here they move on by themselves. */
  accept(drafts: readonly MessageDraft[]): readonly SandboxMessage[];
  /** A message as it stands now, if it is still kept. */
  message(id: number): SandboxMessage | undefined;
}

/** One provider at its real paths. A new one is a sibling folder of `baas` and one line in create-sandbox.ts. */
export interface Provider<State = unknown> {
  readonly name: SandboxMessage['provider'];
  /** Whether a path is this provider's. */
  matches(path: string): boolean;
  handle(request: Request, context: ProviderContext): Promise<Response> | Response;
  /** This provider's own error body for a status, as faults answer it. */
  error(status: number): Response;
  /** Back to the seed. */
  reset(): void;
  /** Plain data, for snapshots. */
  save(): State;
  load(state: State): void;
}
