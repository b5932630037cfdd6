import type { IncomingMessage, ServerResponse } from 'node:http';
import { asUrlDbError } from '../errors/as-url-db-error.ts';
import { UrlDbError } from '../errors/url-db-error.ts';
import type { Log } from '../log.ts';
import type { Operation, OperationContext } from '../operations/define-operation.ts';
import type { Settings } from '../settings.ts';
import type { Language } from '../types.ts';
import { within } from '../within.ts';
import { acceptLanguage } from './accept-language.ts';
import { answerError, answerJson, answerNothing } from './answer.ts';
import { createCallers } from './callers.ts';
import { createGate } from './gate.ts';
import type { Mount } from './mount.ts';
import { readBody } from './read-body.ts';
import { createRouter, type Match } from './router.ts';
import { createRunning } from './running.ts';
import { createStatus, healthPaths, metricsPath } from './status.ts';
import { createTallies } from './tallies.ts';

/** How long running requests may go on after a stop. */
const finishMs = 30_000;

export interface HandlerParts {
  readonly settings: Settings;
  readonly operations: readonly Operation[];
  readonly contexts: Readonly<Record<Language, OperationContext>>;
  readonly mounts: readonly Mount[];
  readonly log: Log;
}

/** Everything that answers requests. */
export interface Handler {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Takes no further request and waits for those that run. */
  drain(): Promise<void>;
}

/** One request on its way. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  readonly path: string;
  readonly query: string | undefined;
  /** For metrics. */
  operation: string;
}

export function createHandler(parts: HandlerParts): Handler {
  const { settings, operations, contexts, mounts, log } = parts;
  const router = createRouter(operations);
  const gate = createGate(settings);
  const callers = createCallers(settings);
  const running = createRunning();
  const tallies = createTallies();
  let stopping = false;
  const isStopping = () => stopping;
  const status = createStatus({ store: contexts.ko.store, running, tallies, log, isStopping });

  const call = async ({ route, values }: Match, { request, response, query }: Exchange) => {
    const { operation } = route;
    const language = acceptLanguage(request.headers['accept-language']);
    const body = route.takesBody ? await readBody(request) : undefined;
    const input = route.inputOf(values, query, body);
    const output = await operation.call(input, contexts[language]);
    if (operation.rest.status === 204) answerNothing(response);
    else answerJson(response, operation.rest.status, output);
  };

  const answer = async (exchange: Exchange): Promise<void> => {
    const { request, response, method, path } = exchange;
    if (healthPaths.includes(path)) {
      exchange.operation = 'health';
      return status.answerHealth(path, response);
    }
    gate.pass(request, response);
    if (stopping) throw new UrlDbError('UNAVAILABLE');
    const found = router.match(method, path);
    if (found && 'route' in found) {
      exchange.operation = found.route.operation.name;
      running.add(response);
      callers.admit(request);
      return call(found, exchange);
    }
    const mount = found ? undefined : mounts.find((one) => one.has(path));
    const allowed =
      found?.allowed ?? mount?.methods ?? (path === metricsPath ? ['GET'] : undefined);
    if (!allowed) throw new UrlDbError('NOT_FOUND', { facts: { path } });
    if (method === 'OPTIONS') return gate.answerPreflight(response, allowed);
    if (!allowed.includes(method === 'HEAD' ? 'GET' : method)) throw wrongMethod(response, allowed);
    exchange.operation = mount?.name ?? 'metrics';
    running.add(response);
    if (mount?.needsToken !== false) callers.admit(request);
    return mount ? mount.handle(request, response) : status.answerMetrics(response);
  };

  const fail = (thrown: unknown, { request, response }: Exchange) => {
    const error = asUrlDbError(thrown);
    const told = error.in(acceptLanguage(request.headers['accept-language']));
    if (error.cause) log.error('request failed', { ...told, cause: error.cause });
    answerError(response, error.status, told);
  };

  return {
    handle(request, response) {
      const started = performance.now();
      const { method = 'GET', url = '/' } = request;
      const mark = url.indexOf('?');
      const path = mark === -1 ? url : url.slice(0, mark);
      const query = mark === -1 ? undefined : url.slice(mark + 1);
      const exchange: Exchange = { request, response, method, path, query, operation: 'none' };
      response.on('close', () => {
        running.remove(response);
        const seconds = (performance.now() - started) / 1000;
        tallies.add(exchange.operation, response.statusCode, seconds);
      });
      answer(exchange).catch((error: unknown) => fail(error, exchange));
    },
    async drain() {
      stopping = true;
      await within(finishMs, running.drain());
      await Promise.all(mounts.map((mount) => mount.close?.()));
    },
  };
}

function wrongMethod(response: ServerResponse, allowed: readonly string[]): UrlDbError {
  response.setHeader('allow', allowed.join(', '));
  return new UrlDbError('METHOD_NOT_ALLOWED', { facts: { allowed } });
}
