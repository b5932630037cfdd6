import type { IncomingMessage, ServerResponse } from 'node:http';
import { type OpenStore, within } from '@jeonbo/server';
import { createAllowances } from '@jeonbo/store';
import { authorizationOf } from './callers/headers.ts';
import { findToken, metricsName } from './callers/tokens.ts';
import { createAddressCheck } from './http/check-address.ts';
import { readBody } from './http/read-body.ts';
import { answerRefusal, asRefusal, Refusal } from './http/refusal.ts';
import { isThisMachine } from './http-settings.ts';
import { createCostly } from './limits/costly.ts';
import { createRateLimit } from './limits/rate-limit.ts';
import { createMetrics } from './metrics/metrics.ts';
import { createRunningCalls } from './running-calls.ts';
import { serveAll } from './serve-all.ts';
import type { Served, Shared } from './served.ts';
import type { ServerName } from './types.ts';
import { createWeb } from './web.ts';

/** How long running calls may go on after a stop: as long as one request to a provider. */
const finishMs = 30_000;
/** How long a call that was cut off after that may take to note its outcome. */
const noteMs = 2_000;
/** How long the store may take to say that it is there. */
const readyMs = 2_000;

/** Everything that answers requests, on an open store. */
export interface Instance {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Takes no further call and waits for those that run. */
  drain(): Promise<void>;
  /** After that. */
  close(): Promise<void>;
}

/** @param issuer the origin by which the world knows this server */
export async function createInstance(
  servers: readonly ServerName[],
  issuer: string,
  store: OpenStore,
  shared: Shared,
): Promise<Instance> {
  const { settings, language, log } = shared;
  const allowances = await createAllowances(store.database);
  const rateLimit = createRateLimit(allowances, settings.rateLimit);
  const calls = createRunningCalls();
  const metrics = createMetrics({
    running: () => calls.count,
    sessions: () => served.reduce((sum, { sessions }) => sum + sessions, 0),
  });
  const costly = createCostly(allowances, settings.proxies);
  const { served, paths, people } = await serveAll(servers, {
    issuer,
    store,
    metrics,
    shared,
    costly,
  });
  const checkAddress = createAddressCheck([...settings.hosts, new URL(issuer).hostname]);
  const web =
    people &&
    createWeb({
      people,
      checkAddress,
      rateLimit,
      costly,
      proxies: settings.proxies,
      language,
      log,
    });
  let stopping = false;

  const call = async (
    one: Served,
    path: string,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const { method = 'GET' } = request;
    checkAddress(request);
    refuseWhileStopping();
    if (!['GET', 'POST', 'DELETE'].includes(method))
      throw new Refusal(405, 'method', {
        values: { allowed: 'POST, GET, DELETE' },
        headers: { allow: 'POST, GET, DELETE' },
      });
    const caller = await one.authenticate(request, path);
    const ended = endOf(response);
    const release = method === 'POST' ? calls.add(response, ended) : undefined;
    await rateLimit.take(caller.id);
    const body = method === 'POST' ? await readBody(request) : undefined;
    one.permit?.(caller, body, path);
    if (listens(body)) release?.();
    await one.handle(request, response, { caller, body, ended });
  };

  const refuseWhileStopping = () => {
    if (stopping) throw new Refusal(503, 'stopping', { headers: { connection: 'close' } });
  };

  const readMetrics = async (request: IncomingMessage, response: ServerResponse) => {
    const token = authorizationOf(request.headers, 'Bearer');
    const isReader = token !== undefined && findToken(settings.tokens, token)?.name === metricsName;
    const isOpen =
      isThisMachine(settings.host) && !settings.tokens.some(({ name }) => name === metricsName);
    if (!isReader) checkAddress(request);
    if (!isReader && !isOpen)
      throw new Refusal(401, 'wrongToken', {
        headers: { 'www-authenticate': 'Bearer realm="jeonbo"' },
      });
    response.writeHead(200, { 'content-type': metrics.contentType });
    response.end(await metrics.text());
  };

  const isReady = async (): Promise<boolean> => {
    if (stopping) return false;
    let ready = false;
    const asked = store.database.query('SELECT 1').then(
      () => (ready = true),
      (error: unknown) => log.warn('store not reachable', { error }),
    );
    await within(readyMs, asked);
    return ready;
  };

  const answer = async (path: string, request: IncomingMessage, response: ServerResponse) => {
    // Balancers ask by address, and learn nothing but yes or no.
    if (path === '/healthz') return plain(response, 200, 'ok');
    if (path === '/readyz')
      return (await isReady()) ? plain(response, 200, 'ready') : plain(response, 503, 'not ready');
    if (path === '/metrics') return readMetrics(request, response);
    const one = paths.get(path);
    if (one) return call(one, path, request, response);
    const route = web?.route(path);
    if (web && route) {
      refuseWhileStopping();
      calls.add(response, endOf(response));
      return web.answer(route, request, response);
    }
    if (web?.answerNowhere(request, response)) return;
    throw new Refusal(404, 'notFound', { values: { paths: [...paths.keys()].join(', ') } });
  };

  return {
    handle(request, response) {
      const started = performance.now();
      const [path = '/'] = (request.url ?? '/').split('?');
      const server = paths.get(path)?.name ?? '';
      response.once('close', () => {
        const duration = performance.now() - started;
        metrics.request(server, response.statusCode, duration / 1000);
        const { method } = request;
        const { statusCode: status } = response;
        log.debug('request', { server, method, status, durationMs: Math.round(duration) });
      });
      answer(path, request, response).catch((error: unknown) => {
        const refusal = asRefusal(error);
        if (refusal.status >= 500) log.error('request failed', { error, server });
        else log.info('refused', { server, status: refusal.status, why: refusal.text });
        answerRefusal(response, refusal, language);
      });
    },
    async drain() {
      stopping = true;
      for (const one of served) one.giveUpAsking();
      await within(finishMs, calls.drain());
    },
    async close() {
      await Promise.all(served.map((one) => one.close()));
      await within(noteMs, Promise.all(served.map((one) => one.running())));
    },
  };
}

function endOf(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => response.once('close', resolve));
}

/** A stream that only listens is nothing that a stop waits for. */
function listens(body: unknown): boolean {
  return (body as { method?: unknown } | null | undefined)?.method === 'subscriptions/listen';
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}
