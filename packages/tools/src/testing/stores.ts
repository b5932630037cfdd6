import type { AuditEvent, AuditLog, ConfirmationStore } from '@jeonbo/core/ledger';

/** An audit log that a test can read. */
export function memoryAudit(): AuditLog & { readonly events: readonly AuditEvent[] } {
  const events: AuditEvent[] = [];
  return {
    events,
    async append(event) {
      events.push(event);
    },
  };
}

/** One-time tokens, in memory. */
export function memoryConfirmations(now: () => number): ConfirmationStore {
  const tokens = new Map<string, { readonly content: string; readonly expiresAt: number }>();
  return {
    async issue(content, lifetimeMs) {
      const token = crypto.randomUUID();
      tokens.set(token, { content, expiresAt: now() + lifetimeMs });
      return token;
    },
    async redeem(token, content) {
      const entry = tokens.get(token);
      if (entry?.content !== content || entry.expiresAt <= now()) return false;
      return tokens.delete(token);
    },
  };
}
