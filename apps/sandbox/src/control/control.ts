import type { Clock } from '../clock.ts';
import type { ExchangeLog } from '../exchanges/exchange-log.ts';
import type { FaultList } from '../faults/fault-list.ts';
import type { Provider } from '../gateway/provider.ts';
import { SandboxInputError } from '../input-error.ts';
import type { MessageLog } from '../messages/message-log.ts';
import { selectMessages } from '../messages/query.ts';
import { nextMessage } from '../messages/wait-for-message.ts';
import type { SandboxSnapshot } from '../snapshot.ts';
import { inputProblem, noContent, problem, readJson } from './answers.ts';
import { eventStream } from './events.ts';
import { parseMessageQuery } from './parse-message-query.ts';

export interface ControlParts {
  readonly clock: Clock;
  readonly log: MessageLog;
  readonly exchanges: ExchangeLog;
  readonly faults: FaultList;
  /** Names this run in the ids of events, so that another run's are not taken for ours. */
  readonly run: string;
  readonly closing: AbortSignal;
  readonly providers: readonly Provider[];
  readonly clearMessages: () => void;
  readonly reset: () => void;
  readonly snapshot: () => SandboxSnapshot;
  readonly restore: (snapshot: unknown) => void;
}

type Handler = (request: Request, id: number) => Promise<Response> | Response;

export const controlPath = '/_sandbox/';

/** Answers `/_sandbox/*`, as contract.ts lists it. */
export function createControl(parts: ControlParts): (request: Request) => Promise<Response> {
  const routes: readonly (readonly [path: RegExp, methods: Readonly<Record<string, Handler>>])[] = [
    [/^messages$/, { GET: listMessages, DELETE: () => done(parts.clearMessages) }],
    [/^messages\/(\d+)$/, { GET: showMessage }],
    [/^counts$/, { GET: () => Response.json(parts.log.counts()) }],
    [/^exchanges$/, { GET: () => Response.json({ exchanges: parts.exchanges.all() }) }],
    [/^events$/, { GET: listen }],
    [/^faults$/, { GET: listFaults, POST: addFault, DELETE: () => done(parts.faults.clear) }],
    [/^faults\/(\d+)$/, { DELETE: removeFault }],
    [/^snapshot$/, { GET: () => Response.json(parts.snapshot()), PUT: putSnapshot }],
    [/^reset$/, { POST: () => done(parts.reset) }],
    ...parts.providers.flatMap(({ name, controls = {} }) =>
      Object.entries(controls).map(
        ([path, handler]) => [new RegExp(`^${name}/${path}$`), { POST: handler }] as const,
      ),
    ),
  ];

  async function listMessages(request: Request): Promise<Response> {
    const { query, waitMs } = parseMessageQuery(new URL(request.url).searchParams);
    if (waitMs > 0) {
      const signal = AbortSignal.any([request.signal, parts.closing]);
      await nextMessage(parts.log, parts.clock, { ...query, timeoutMs: waitMs, signal });
    }
    return Response.json({ messages: selectMessages(parts.log.all(), query) });
  }

  function showMessage(_request: Request, id: number): Response {
    const message = parts.log.get(id)?.message;
    if (message === undefined)
      return problem(404, 'NOT_FOUND', `There is no message ${id} (any more).`);
    const exchange = parts.exchanges.get(message.exchangeId) ?? null;
    const provider = parts.providers.find(({ name }) => name === message.provider);
    return Response.json({ message, exchange, webhooks: provider?.webhooks?.(message) ?? [] });
  }

  function listen(request: Request): Response {
    const { log, clock, run, closing } = parts;
    return eventStream(log, clock, run, request.headers.get('last-event-id'), closing);
  }

  function listFaults(): Response {
    return Response.json({ faults: parts.faults.all() });
  }

  async function addFault(request: Request): Promise<Response> {
    return Response.json({ id: parts.faults.add(await readJson(request)) }, { status: 201 });
  }

  function removeFault(_request: Request, id: number): Response {
    if (parts.faults.remove(id)) return noContent();
    return problem(404, 'NOT_FOUND', `There is no fault ${id} (any more).`);
  }

  async function putSnapshot(request: Request): Promise<Response> {
    parts.restore(await readJson(request));
    return noContent();
  }

  return async (request) => {
    const path = new URL(request.url).pathname.slice(controlPath.length);
    for (const [pattern, methods] of routes) {
      const match = pattern.exec(path);
      if (match === null) continue;
      const handler = methods[request.method === 'HEAD' ? 'GET' : request.method];
      const allow = Object.keys(methods).join(', ');
      if (handler === undefined) {
        const answer = problem(405, 'METHOD_NOT_ALLOWED', `Here the sandbox takes ${allow}.`);
        answer.headers.set('Allow', allow);
        return answer;
      }
      try {
        return await handler(request, Number(match[1]));
      } catch (error) {
        if (error instanceof SandboxInputError) return inputProblem(error);
        throw error;
      }
    }
    const known = routes.map(([pattern]) =>
      pattern.source.replace(/[\^$\\]/g, '').replace('(d+)', 'ID'),
    );
    return problem(
      404,
      'NOT_FOUND',
      `Here are ${known.map((name) => controlPath + name).join(', ')}.`,
    );
  };
}

function done(action: () => void): Response {
  action();
  return noContent();
}
