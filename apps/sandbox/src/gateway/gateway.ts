import { sleep } from '../clock.ts';
import type { ExchangeLog } from '../exchanges/exchange-log.ts';
import { redactHeaders, redactor } from '../exchanges/redact.ts';
import { describeFault } from '../faults/describe-fault.ts';
import type { FaultList } from '../faults/fault-list.ts';
import { faultyAnswer } from './faulty-answer.ts';
import type { Provider, ProviderContext, ProviderHost } from './provider.ts';

/** A request of which the body is not read yet: a fault may cut it before. */
export interface IncomingRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly readBody: () => Promise<string>;
}

/** What leaves: an answer, the first half of one, or nothing but a cut connection. */
export type Outgoing =
  | {
      readonly kind: 'answer' | 'half-answer';
      readonly response: Response;
      /** The body, where it has been read already: to read one twice costs more than to make it. */
      readonly bytes?: Uint8Array<ArrayBuffer>;
    }
  | { readonly kind: 'cut' };

export type Route = (incoming: IncomingRequest, signal: AbortSignal) => Promise<Outgoing>;

export interface GatewayParts {
  readonly host: ProviderHost;
  readonly exchanges: ExchangeLog;
  readonly faults: FaultList;
}

/** Carries one request to its provider: fault, exchange, handling, delay, cut. */
export async function passThrough(
  parts: GatewayParts,
  provider: Provider,
  incoming: IncomingRequest,
): Promise<Outgoing> {
  const { host, exchanges, faults } = parts;
  const { clock, closing } = host;
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

  let response = cutEarly ? undefined : faultyAnswer(provider, fault, url.pathname);
  if (!cutEarly && (response === undefined || fault?.processed === true)) {
    const origin = { exchangeId, fault: fault ?? null };
    const context: ProviderContext = {
      clock,
      message: host.message,
      origin,
      accept: (drafts) => host.accept(drafts, origin),
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
  const bytes = new Uint8Array(await response.arrayBuffer());
  exchanges.end(exchangeId, response.status, Buffer.from(bytes.buffer).toString('utf8'), redact);
  return { kind: fault?.cut === 'half-answer' ? 'half-answer' : 'answer', response, bytes };
}
