import type { Clock } from '../clock.ts';
import { sleep } from '../clock.ts';
import type { Fault } from '../contract.ts';
import type { ExchangeLog } from '../exchanges/exchange-log.ts';
import { redactHeaders, redactor } from '../exchanges/redact.ts';
import { describeFault } from '../faults/describe-fault.ts';
import type { FaultList } from '../faults/fault-list.ts';
import type { MessageDraft } from '../messages/draft.ts';
import { faultyAnswer } from './faulty-answer.ts';
import type { Provider, ProviderContext } from './provider.ts';

/** A request of which the body is not read yet: a fault may cut it before. */
export interface IncomingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly readBody: () => Promise<string>;
}

/** What leaves: an answer, the first half of one, or nothing but a cut connection. */
export type Outgoing =
  | { readonly kind: 'answer' | 'half-answer'; readonly response: Response }
  | { readonly kind: 'cut' };

export type Route = (incoming: IncomingRequest, signal: AbortSignal) => Promise<Outgoing>;

export interface GatewayParts {
  readonly clock: Clock;
  readonly exchanges: ExchangeLog;
  readonly faults: FaultList;
  readonly accept: (
    drafts: readonly MessageDraft[],
    exchangeId: number,
    fault: Fault | undefined,
  ) => ReturnType<ProviderContext['accept']>;
  readonly message: ProviderContext['message'];
  /** Fires at close: nobody waits for a delay any more. */
  readonly closing: AbortSignal;
}

/** Carries one request to its provider: fault, exchange, handling, delay, cut. */
export async function passThrough(
  parts: GatewayParts,
  provider: Provider,
  incoming: IncomingRequest,
): Promise<Outgoing> {
  const { clock, exchanges, faults, closing } = parts;
  const { method, url, headers } = incoming;
  const fault = faults.take(method, url.pathname);
  const cutEarly = fault?.cut === 'before-read';
  const body = cutEarly ? '' : await incoming.readBody();

  const redact = redactor(headers);
  const exchangeId = exchanges.begin(
    new Date(clock.now()).toISOString(),
    {
      method,
      path: redact(url.pathname + url.search),
      headers: redactHeaders(headers),
      body: redact(body),
    },
    fault === undefined ? null : describeFault(fault),
  );

  let response = cutEarly ? undefined : faultyAnswer(provider, fault);
  if (!cutEarly && (response === undefined || fault?.processed === true)) {
    const context: ProviderContext = {
      clock,
      message: parts.message,
      accept: (drafts) => parts.accept(drafts, exchangeId, fault),
    };
    const request = new Request(url, {
      method,
      headers,
      ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
    });
    const right = await provider.handle(request, context);
    response ??= right;
  }

  if (fault?.delayMs !== undefined) await sleep(clock, fault.delayMs, closing);
  if (response === undefined || fault?.cut === 'after-read') return { kind: 'cut' };
  exchanges.end(exchangeId, {
    status: response.status,
    body: redact(await response.clone().text()),
  });
  return { kind: fault?.cut === 'half-answer' ? 'half-answer' : 'answer', response };
}
