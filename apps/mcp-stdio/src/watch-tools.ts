import { JeonboError } from '@jeonbo/core';
import type { ToolContext, Toolset } from '@jeonbo/tools';
import type { Log } from './log.ts';

/** Logs every call, and knows when none runs. */
export function watchTools<Context extends ToolContext>(
  toolset: Toolset<Context>,
  log: Log,
): { readonly toolset: Toolset<Context>; readonly running: () => Promise<unknown> } {
  const running = new Set<Promise<unknown>>();
  const tools = toolset.tools.map((tool): typeof tool => ({
    ...tool,
    run: (input, context, call) => {
      const started = performance.now();
      const duration = () => ({ durationMs: Math.round(performance.now() - started) });
      const work = tool.run(input, context, call);
      running.add(work);
      work
        .then(
          () => log.info('tool called', { tool: tool.name, ...duration() }),
          (error: unknown) => {
            const code = JeonboError.is(error) ? error.code : 'INTERNAL_ERROR';
            log.warn('tool failed', { tool: tool.name, code, ...duration() });
          },
        )
        .finally(() => running.delete(work));
      return work;
    },
  }));
  return { toolset: { ...toolset, tools }, running: () => Promise.allSettled(running) };
}
