import type { ToolContext } from '@jeonbo/tools';
import type { Caller } from '../callers/caller.ts';

/** Callers whose clients are kept. They hold nothing but settings, so any may be made anew. */
const mostKept = 1000;

/** What the tools work with, made once for each caller and its settings. */
export function keepContexts<Context extends ToolContext>(
  create: (caller: Caller) => Context,
): (caller: Caller) => Context {
  const kept = new Map<string, Context>();
  return (caller) => {
    const context = kept.get(caller.sameAs) ?? create(caller);
    kept.delete(caller.sameAs);
    kept.set(caller.sameAs, context);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return context;
  };
}
