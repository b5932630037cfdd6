/** ISO 8601, UTC, seconds: `2023-01-01T00:00:00Z`. */
export function asTimestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
