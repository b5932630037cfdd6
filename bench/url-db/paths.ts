/** The first page of a search, with its total_count. */
export function searchPath(question: string, exact = false): string {
  return `/api/mcp/nodes?size=20&search=${encodeURIComponent(question)}${exact ? '&exact=true' : ''}`;
}

export function nodePath(key: string): string {
  return `/api/mcp/nodes/${encodeURIComponent(key)}`;
}

export function listPath(size: number, place: string): string {
  return `/api/mcp/nodes?size=${size}&${place}`;
}
