import type { ToolContext, Toolset } from '@jeonbo/tools';

/**
 * What a modern-era request can reach: each is answered by a server of its own, and to make one with everything costs more
 * than most calls do. A call of a tool needs that tool alone.
 */
export function narrowing<Context extends ToolContext>(
  toolset: Toolset<Context>,
): (body: unknown) => Toolset<Context> {
  const narrowed = new Map(
    toolset.tools.map((tool) => [tool.name, { ...toolset, tools: [tool], ...nothingElse }]),
  );
  return (body) => {
    const { method, params } = (body ?? {}) as { method?: unknown; params?: { name?: unknown } };
    const name = method === 'tools/call' ? params?.name : undefined;
    return (typeof name === 'string' ? narrowed.get(name) : undefined) ?? toolset;
  };
}

const nothingElse = { prompts: [], resources: [] } as const;
