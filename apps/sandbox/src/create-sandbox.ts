import { createBaas } from './baas/baas.ts';
import { systemClock } from './clock.ts';
import { createControl } from './control/control.ts';
import { createExchangeLog } from './exchanges/exchange-log.ts';
import { createFaultList } from './faults/fault-list.ts';
import type { Route } from './gateway/gateway.ts';
import type { Provider, ProviderHost } from './gateway/provider.ts';
import { createRouter } from './gateway/router.ts';
import { createInbox, findWebFolder } from './inbox/static-files.ts';
import { createKakao } from './kakao/kakao.ts';
import { createDelivery } from './messages/delivery.ts';
import { createMessageLog } from './messages/message-log.ts';
import { selectMessages } from './messages/query.ts';
import { waitForMessage } from './messages/wait-for-message.ts';
import type { Sandbox, SandboxOptions } from './options.ts';
import { parseSeed } from './seed/parse-seed.ts';
import { createLocalFetch } from './server/local-fetch.ts';
import type { SandboxSnapshot } from './snapshot.ts';
import { checkSnapshot } from './snapshot.ts';
import { createTwilio } from './twilio/twilio.ts';

/** A sandbox and what a server needs to stand before it. */
export interface SandboxCore {
  readonly sandbox: Sandbox;
  readonly route: Route;
}

/** Puts the parts together. No socket, no timer, until something is sent. */
export function createSandboxCore(options: SandboxOptions): SandboxCore {
  const { clock = systemClock, keep = 10_000, deliveryMs = 300 } = options;
  const seed = parseSeed(options.seed ?? {});
  const log = createMessageLog(keep);
  const delivery = createDelivery(log, clock, (message, step) =>
    providerOf(message.provider)?.onStep?.(message, step),
  );
  const exchanges = createExchangeLog(keep);
  const faults = createFaultList();
  const closing = new AbortController();

  const accept: ProviderHost['accept'] = (drafts, { exchangeId, fault }) => {
    const result = fault?.result;
    const ending = result && { state: result.state, reason: result.reason ?? null };
    const messages = log.add(
      ending === undefined ? drafts : drafts.map((draft) => ({ ...draft, ending })),
      exchangeId,
      clock.now(),
    );
    delivery.dropForgotten();
    const [first, last] = [messages[0], messages.at(-1)];
    if (first && last) {
      const tellsLeaving = providerOf(first.provider)?.onStep !== undefined;
      delivery.start(first.id, last.id, fault?.deliveryMs ?? deliveryMs, tellsLeaving);
    }
    return messages;
  };
  const host: ProviderHost = {
    clock,
    accept,
    message: (id) => log.get(id)?.message,
    closing: closing.signal,
  };
  const providers: readonly Provider[] = [
    createBaas(seed, keep) as Provider,
    createTwilio(seed, keep, host) as Provider,
    createKakao(seed, keep, host) as Provider,
  ];

  function providerOf(name: Provider['name']): Provider | undefined {
    return providers.find((provider) => provider.name === name);
  }

  function clearMessages(): void {
    delivery.stop();
    log.clear();
    for (const provider of providers) provider.forgetMessages?.();
  }

  function reset(): void {
    clearMessages();
    exchanges.clear();
    faults.clear();
    for (const provider of providers) provider.reset();
  }

  function snapshot(): SandboxSnapshot {
    return {
      format: 'jeonbo-sandbox',
      version: 1,
      messages: log.save(),
      deliveries: delivery.save(),
      exchanges: exchanges.save(),
      faults: faults.all(),
      providers: Object.fromEntries(providers.map((provider) => [provider.name, provider.save()])),
    };
  }

  function restore(input: unknown): void {
    const saved = checkSnapshot(input);
    delivery.stop();
    exchanges.load(saved.exchanges);
    faults.load(saved.faults);
    for (const provider of providers) {
      const state = saved.providers[provider.name];
      // A snapshot of an older sandbox does not know every provider.
      if (state === undefined) provider.reset();
      else provider.load(state);
    }
    log.load(saved.messages);
    delivery.load(saved.deliveries);
  }

  const route = createRouter({
    gateway: { host, exchanges, faults },
    providers,
    control: createControl({
      clock,
      log,
      exchanges,
      faults,
      run: crypto.randomUUID().slice(0, 8),
      closing: closing.signal,
      providers,
      clearMessages,
      reset,
      snapshot,
      restore,
    }),
    inbox: createInbox(options.webFolder ?? findWebFolder()),
    allowedHosts: options.allowedHosts ?? [],
  });

  async function close(): Promise<void> {
    closing.abort(new Error('The sandbox is closed.'));
    delivery.stop();
  }

  const sandbox: Sandbox = {
    url: 'http://sandbox.localhost',
    fetch: createLocalFetch(route),
    messages: (query = {}) => selectMessages(log.all(), query),
    waitFor: (query) => {
      const signal = query.signal
        ? AbortSignal.any([query.signal, closing.signal])
        : closing.signal;
      return waitForMessage(log, clock, { ...query, signal });
    },
    fault(fault) {
      const id = faults.add(fault);
      return () => void faults.remove(id);
    },
    get faults() {
      return faults.all();
    },
    exchanges: exchanges.all,
    counts: log.counts,
    onEvent: log.subscribe,
    snapshot,
    restore,
    reset,
    close,
    [Symbol.asyncDispose]: close,
  };
  return { sandbox, route };
}

/**
 * The sandbox without a socket: hand `sandbox.fetch` to the client under test.
 *
 * @example
 * const sandbox = createSandbox();
 * const client = createBaasClient({ apiKey: 'any', baseUrl: sandbox.url, fetch: sandbox.fetch });
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return createSandboxCore(options).sandbox;
}
