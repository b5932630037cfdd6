import { JeonboError } from '@jeonbo/core';
import type { ToolContext, Toolset } from '@jeonbo/tools';
import type { Log } from './log.ts';

/** How one call of a tool ended. */
export interface ToolRun {
  readonly tool: string;
  readonly caller: string | undefined;
  readonly durationMs: number;
  /** `answered`, `asked` (a person, before anything happened), or the code of the failure. */
  readonly outcome: string;
  /** What the tool answered. */
  readonly data: Readonly<Record<string, unknown>>;
}

export interface WatchedTools<Context extends ToolContext> {
  readonly toolset: Toolset<Context>;
  /** Resolves when none of those that run now runs any more. */
  readonly running: () => Promise<unknown>;
}

export interface WatchOptions {
  /** Cancels a call that takes longer, in milliseconds. Default: none is. */
  readonly timeoutMs?: number;
}

/** Tells of every call when it ends, and knows when none runs. */
export function watchTools<Context extends ToolContext>(
  toolset: Toolset<Context>,
  onEnd: (run: ToolRun) => void,
  { timeoutMs }: WatchOptions = {},
): WatchedTools<Context> {
  const running = new Set<Promise<unknown>>();
  const tools = toolset.tools.map((tool): typeof tool => ({
    ...tool,
    run: (input, context, call) => {
      const started = performance.now();
      const end = (outcome: string, data: ToolRun['data'] = {}) => {
        const durationMs = performance.now() - started;
        onEnd({ tool: tool.name, caller: context.caller, durationMs, outcome, data });
      };
      const limited = timeoutMs === undefined ? undefined : limit(call.signal, timeoutMs);
      const work = tool.run(input, context, limited ? { ...call, signal: limited.signal } : call);
      running.add(work);
      work
        .then(
          (answer) => ('question' in answer ? end('asked') : end('answered', answer.data)),
          (error: unknown) => end(JeonboError.is(error) ? error.code : 'INTERNAL_ERROR'),
        )
        .finally(() => {
          limited?.release();
          running.delete(work);
        });
      return work;
    },
  }));
  return { toolset: { ...toolset, tools }, running: () => Promise.allSettled(running) };
}

/** For the log: what was called, by whom, and how it ended; never what was in it. */
export function logToolRun(log: Log, { tool, caller, durationMs, outcome }: ToolRun): void {
  const fields = { tool, ...(caller && { caller }), durationMs: Math.round(durationMs) };
  if (outcome === 'answered' || outcome === 'asked') log.info('tool called', fields);
  else log.warn('tool failed', { ...fields, code: outcome });
}

/** A signal that follows another one and ends by itself. AbortSignal.timeout would keep its timer to the end. */
function limit(signal: AbortSignal | undefined, timeoutMs: number) {
  const controller = new AbortController();
  const follow = () => controller.abort(signal?.reason);
  const end = () => controller.abort(new DOMException('The call took too long.', 'TimeoutError'));
  const timer = setTimeout(end, timeoutMs);
  if (signal?.aborted) follow();
  signal?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', follow);
    },
  };
}
