import type { OutboundMessage } from '@jeonbo/core';

/** Everything that a person agrees to: who, what, from whom, for whose account. */
export interface Content {
  readonly provider: string;
  readonly account: string;
  readonly kind: string;
  readonly message: OutboundMessage;
}

/** A hash of the canonical content: the same for the same arguments in any order, another for any change. */
export async function contentHash(content: Content): Promise<string> {
  const bytes = new TextEncoder().encode(canonical(content));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
